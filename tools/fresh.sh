#!/bin/sh
# The virtual environment, brought up to date only when the pins have changed.
#   fresh.sh requirements.txt|requirements-dev.txt
set -eu

python=${PYTHON:-python3}
pins=$1
mark=.venv/$pins

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; name one with PYTHON=... " >&2
    exit 1
}
if [ ! -x .venv/bin/uv ]; then
    "$python" -m venv .venv || {
        echo "Please install, as root on Debian: apt-get install python3-venv" >&2
        exit 1
    }
    .venv/bin/python -m pip install -qq --disable-pip-version-check uv
fi
if ! cmp -s "$pins" "$mark"; then
    echo "Installing what $pins names; the first time it takes a minute."
    .venv/bin/uv pip install --quiet --require-hashes --python .venv/bin/python -r "$pins"
    cp "$pins" "$mark"
fi
