"""WeasyPrint, kept to the site's own assets. Import through `records.pdf`."""

from collections.abc import Iterable

from django.contrib.staticfiles import finders
from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "site:"


class SiteAssets(URLFetcher):
    """Opens `site:css/forms.css` from the static files and refuses every other address.

    A refusal ends the rendering: a form without its style sheet must not leave the house.
    """

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Raises ValueError for an address outside the site's assets."""
        path = finders.find(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if path is None:
            raise ValueError(f"not an asset of this site: {url}")
        with open(path, "rb") as asset:
            return URLFetcherResponse(url, asset.read(), {"Content-Type": "text/css"})


def fitted(settings: Iterable[str]) -> bytes:
    """The first setting that fills one page, else the last, as PDF bytes."""
    for html in settings:
        document = HTML(string=html, url_fetcher=SiteAssets()).render()
        if len(document.pages) == 1:
            break
    written: bytes = document.write_pdf()
    return written
