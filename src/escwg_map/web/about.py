"""The pages about the map itself: what it is, and who can use it."""

from collections import Counter

from flask import Blueprint

from escwg_map.selection import Selection
from escwg_map.sources.reconciliation import reconcile
from escwg_map.web.contexts.about import AboutPage, AccessibilityPage
from escwg_map.web.current import publication, refuse_parameters
from escwg_map.web.page import render

about = Blueprint("about", __name__)


@about.get("/about")
def show_about() -> str:
    """Show what this is, where it comes from, and what its words mean."""
    refuse_parameters()
    atlas = publication().atlas
    return render(
        AboutPage(
            title="About this map",
            selection=Selection(),
            projects=len(atlas.projects),
            services=Counter(service.kind.value for service in atlas.services.values()),
            cells=len(atlas.cells),
            inferred=sum(project.pages_inferred for project in atlas.projects),
            doubtful=sum(bool(figure.doubtful) for figure in atlas.register.figures),
            undated=sum(not project.started for project in atlas.projects),
            differences=len(reconcile(atlas.register).differences),
        )
    )


@about.get("/accessibility")
def show_accessibility() -> str:
    """Show how accessible this is."""
    refuse_parameters()
    return render(AccessibilityPage(title="Accessibility statement"))
