"""Comparing the outlines of two services, on whichever page does it."""

from playwright.sync_api import Page


def compare(page: Page, one: str, other: str) -> None:
    """Choose two services by name, and ask for their outlines."""
    page.get_by_label("First service").select_option(one)
    page.get_by_label("Second service").select_option(other)
    page.get_by_role("button", name="Show both outlines").click()
