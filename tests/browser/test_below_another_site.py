"""The map below another site, behind a proxy: every request stays there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reliability.processes import started
from reliability.proxy import PREFIX, free_port, proxied

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("strips", [True, False], ids=["path taken away", "path passed on"])
def test_the_map_works_below_another_site(
    toyshire_published: Path, open_page: Callable[..., Page], *, strips: bool
) -> None:
    port = free_port()
    site = f"http://127.0.0.1:{port}{PREFIX}"
    known = {"trusted_proxies": "127.0.0.1", "trusted_hosts": "127.0.0.1"}
    public = {} if strips else {"public_url": site}
    asked: list[str] = []
    with (
        started(toyshire_published, **known, **public) as server,
        proxied(server.port, port, strips=strips),
    ):
        page = open_page(f"{site}/about")
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_role("link", name="Map", exact=True).click()
        page.wait_for_selector(".leaflet-container path")
        page.wait_for_load_state("networkidle")
        page.get_by_role("link", name="Projects", exact=True).first.click()
        page.wait_for_load_state("networkidle")
        here = page.url
        page.close()

    assert here == f"{site}/projects"
    assert any("/published/" in each and each.endswith("json") for each in asked)
    assert [each for each in asked if not each.startswith(f"{site}/")] == []
