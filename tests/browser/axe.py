"""The checker of accessibility that pages are held to."""

from pathlib import Path

from playwright.sync_api import Page

_SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

# What passes is not described, which takes longer than finding it.
_RUN = "values => axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })"


def violations(page: Page) -> list[str]:
    """What axe finds in the page as it stands, by rule, with the first element that breaks it."""
    page.evaluate(_SOURCE.read_text())
    found = page.evaluate(_RUN, _RULES)
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in found["violations"]]
