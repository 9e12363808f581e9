#!/bin/sh
# What must come from the operating system: installed by root on Debian, named otherwise.
#   system.sh run        libraries and fonts of the PDF forms; without them all else works
#   system.sh test       the same and what the tests run on
#   system.sh messages   gettext, to collect the interface's sentences
set -eu

wanted=""
want() { wanted="$wanted $*"; }
missing_library() { ! ldconfig -p 2>/dev/null | grep -q "$1"; }
missing_command() { ! command -v "$1" >/dev/null 2>&1; }

need_forms() {
    missing_library libpango-1.0.so.0 && want libpango-1.0-0
    missing_library libpangoft2-1.0.so.0 && want libpangoft2-1.0-0
    missing_library libharfbuzz-subset.so.0 && want libharfbuzz-subset0
    missing_command fc-list && want fontconfig
    { missing_command fc-list || ! fc-list | grep -q "Noto Serif CJK"; } && want fonts-noto-cjk
    return 0
}

need_services() {
    { missing_command initdb && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; } &&
        want postgresql
    missing_command redis-server && want redis-server
    missing_command chromium && want chromium
    missing_command pdftotext && want poppler-utils
    return 0
}

need_messages() {
    missing_command xgettext && want gettext
    return 0
}

install() {
    [ -n "$wanted" ] || return 0
    if [ "$(id -u)" = 0 ] && ! missing_command apt-get; then
        echo "Installing:$wanted"
        export DEBIAN_FRONTEND=noninteractive
        # No service of theirs is started: the tests start private ones.
        apt-get -qq update && apt-get -qq install -y --no-install-recommends $wanted >/dev/null
    else
        echo "Please install, as root on Debian: apt-get install$wanted" >&2
        return 1
    fi
}

# The official forms' own typefaces. Noto is enough when this fails; only the fonts are kept,
# out of a package whose other 90 MB are of no use here.
fandol() {
    fc-list 2>/dev/null | grep -q FandolFang && return 0
    missing_command apt-get && return 0
    [ "$(id -u)" = 0 ] && fonts=/usr/local/share/fonts/fandol || fonts=$HOME/.local/share/fonts/fandol
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    if (cd "$scratch" && timeout 120 apt-get -qq download texlive-lang-chinese) >/dev/null 2>&1; then
        mkdir -p "$fonts"
        dpkg-deb --fsys-tarfile "$scratch"/*.deb |
            tar -x -C "$fonts" --wildcards --strip-components=9 '*/opentype/public/fandol/*.otf'
        fc-cache "$fonts"
    else
        echo "Fandol fonts are out of reach; the forms use Noto."
    fi
}

case "$1" in
run)
    need_forms
    install || echo "Until then all works but the PDF forms."
    fandol
    ;;
test)
    need_forms
    need_services
    need_messages
    install
    fandol
    ;;
messages)
    need_messages
    install
    ;;
esac
