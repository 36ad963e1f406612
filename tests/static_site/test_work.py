"""The site as a whole: nothing leads nowhere, and every page is there."""

import filecmp
import re
from pathlib import Path

import pytest

from escwg_map.atlas import Atlas
from escwg_map.exports.formats import formats_of
from escwg_map.exports.subjects import SUBJECTS
from escwg_map.publish.publication import Publication
from escwg_map.static_site.work import write_site
from escwg_map.vocabulary import Kind
from reliability.catalogue import row
from static_site.checked_links import WrittenSite


@pytest.fixture(scope="module")
def written(site: Path) -> WrittenSite:
    """Toyshire's site, to be looked through."""
    return WrittenSite(site)


@pytest.fixture(scope="module")
def again(toyshire_published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, written once more."""
    folder = tmp_path_factory.mktemp("again") / "toyshire"
    write_site(toyshire_published, folder)
    return folder


@row(
    "O15",
    fault="a page of the site has a link that leads nowhere, out of it, or to the root of a host",
    seen="nothing: every link leads to a file of the folder, from any folder or host",
)
def test_o15_every_address_leads_to_a_file_and_a_part_of_it(written: WrittenSite) -> None:
    assert written.faults() == []


def test_o15_links_that_lead_out_or_nowhere_are_found_out(tmp_path: Path) -> None:
    links = ("/root.html", "https://www.example.org/", "gone.html", "#gone", "//host/a")
    page = "".join(f'<a href="{link}">a link</a>' for link in links)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")

    assert len(WrittenSite(tmp_path).faults()) == len(links)


def test_o15_there_are_links_to_look_at(written: WrittenSite) -> None:
    assert len({link for _, link in written.links()}) > 500


def test_o15_every_address_of_the_shipped_site_does_so_too(shipped_site: Path) -> None:
    assert WrittenSite(shipped_site).faults() == []


def test_every_project_and_every_area_has_a_page(written: WrittenSite, atlas: Atlas) -> None:
    projects = {f"projects/{project.id}.html" for project in atlas.projects}
    areas = {
        f"areas/{kind}/{code}{end}.html"
        for kind in Kind
        for code in atlas.areas(kind)
        for end in ("", "-briefing")
    }

    assert projects | areas <= written.files


def test_every_export_is_there_in_every_format(written: WrittenSite) -> None:
    exports = {f"export/{what}.{each.ending}" for what in SUBJECTS for each in formats_of(what)}

    assert exports <= written.files


def test_the_files_of_the_register_are_there(site: Path, publication: Publication) -> None:
    body = (publication.folder / "register" / "projects.csv").read_bytes()

    assert (site / "data" / "projects.csv").read_bytes() == body


def test_two_runs_give_the_same_bytes(site: Path, again: Path, written: WrittenSite) -> None:
    assert WrittenSite(again).files == written.files
    _, differ, missing = filecmp.cmpfiles(site, again, written.files, shallow=False)
    assert (differ, missing) == ([], [])


def test_every_page_carries_the_policy_before_anything_that_it_governs(
    written: WrittenSite,
) -> None:
    for page in written.pages.values():
        policy = page.select_one("head > meta[http-equiv=Content-Security-Policy]")
        assert policy
        assert "script-src 'self'" in str(policy["content"])
        assert policy.find_previous(["link", "script"]) is None


def test_o15_no_page_needs_a_module_and_none_runs_a_script_twice(written: WrittenSite) -> None:
    for page in written.pages.values():
        sources = [str(script["src"]) for script in page.select("script[src]")]
        assert not page.select("script[type=module]")
        assert len(sources) == len(set(sources))


def test_nothing_names_the_folder_that_it_was_made_from(
    written: WrittenSite, publication: Publication
) -> None:
    for name in sorted(written.files):
        if re.search(r"\.(html|js|css|svg)$", name):
            text = (written.folder / name).read_text(encoding="utf-8")
            assert f"/published/{publication.name}" not in text
            assert str(publication.folder) not in text


def test_says_how_many_files_and_bytes_there_are(toyshire_published: Path, tmp_path: Path) -> None:
    told: list[float] = []

    size = write_site(toyshire_published, tmp_path / "site", advance=told.append)

    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert size.files == len(files)
    assert size.bytes == sum(path.stat().st_size for path in files)
    assert told == sorted(told)
    assert told[-1] == 1
