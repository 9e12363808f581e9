"""The engine opens the site's own assets and nothing else."""

import pytest
from weasyprint.urls import FatalURLFetchingError

from records import pdf_engine as engine


def test_the_sites_own_style_sheet_is_opened():
    response = engine.SiteAssets().fetch("site:css/forms.css")
    assert b"@page" in response.read()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "http://localhost/x.css",
        "https://example.com/x.css",
        "ftp://localhost/x",
        "data:text/css,p{}",
        "site:css/no-such.css",
    ],
)
def test_every_other_address_is_refused(address):
    with pytest.raises(ValueError, match="not an asset"):
        engine.SiteAssets().fetch(address)


@pytest.mark.parametrize("address", ["site:../manage.py", "site:/etc/hostname"])
def test_a_path_out_of_the_assets_is_refused(address):
    with pytest.raises(Exception, match="outside of the base path"):
        engine.SiteAssets().fetch(address)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="file:///etc/hostname">',
        '<img src="http://localhost:9/x.png">',
        '<link rel="stylesheet" href="https://localhost:9/x.css">',
        "<style>@import url(file:///etc/x.css)</style>",
        '<p style="background: url(http://localhost:9/x.png)">x',
        '<iframe src="file:///etc/hostname"></iframe><object data="file:///etc/hostname"></object>',
    ],
)
def test_a_document_that_asks_for_more_is_not_made(html):
    with pytest.raises(FatalURLFetchingError):
        engine.fitted([html])


def test_the_first_setting_that_fits_one_page_is_taken():
    tried = []

    def settings():
        for words in ("<p>1</p>" * 200, "<p>2</p>", "<p>3</p>"):
            tried.append(words[3])
            yield words

    engine.fitted(settings())
    assert tried == ["1", "2"]
