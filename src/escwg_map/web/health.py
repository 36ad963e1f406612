"""Whether the process lives, and whether it is fit to answer: for those who watch over servers."""

from datetime import datetime
from functools import lru_cache
from time import monotonic
from typing import Any

from flask import Blueprint, Response, current_app

from escwg_map.disk.manifest import damage
from escwg_map.publish.pointer import Pointer
from escwg_map.publish.publication import Publication
from escwg_map.web.current import publication, refuse_parameters, switch

health = Blueprint("health", __name__)

_MEDIA_TYPE = "application/health+json"
_SECONDS = 5
"""For which a comparison of all files is good: it takes some milliseconds."""
_STATUSES = {"pass": 200, "warn": 200, "fail": 503}

# A check as the draft of application/health+json has it: the answer is JSON, hence Any.
Check = dict[str, Any]


@health.get("/livez")
def show_that_it_lives() -> Response:
    """Say that the process answers; nothing is read from the disk."""
    refuse_parameters()
    return _answer({"status": "pass"})


@health.get("/readyz")
def show_whether_it_is_ready() -> Response:
    """Say which publication is served, whether it is what was published, and what failed since."""
    refuse_parameters()
    served, pointer = publication(), switch().pointer
    checks = {"publication:digests": [_digests()]}
    if pointer:
        checks["publication:published"] = [{"status": "pass", "time": _time(pointer.published)}]
        checks["publication:attempt"] = [_attempt(pointer)]
    worst = max((check["status"] for (check,) in checks.values()), key=list(_STATUSES).index)
    return _answer({"status": worst, "releaseId": served.name, "checks": checks})


def _digests() -> Check:
    """Compare what is served with its digests; a newer one that could not be read only warns."""
    if not _is_intact(publication(), int(monotonic() / _SECONDS)):
        return {"status": "fail"}
    return {"status": "warn" if switch().refused else "pass"}


@lru_cache(maxsize=1)
def _is_intact(served: Publication, _: int) -> bool:
    return not damage(served.folder)


def _attempt(pointer: Pointer) -> Check:
    if pointer.failed is None:
        return {"status": "pass"}
    found = {"observedValue": pointer.failed.problems, "observedUnit": "problems"}
    return {"status": "warn", "time": _time(pointer.failed.at), **found}


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _answer(content: dict[str, Any]) -> Response:
    body = f"{current_app.json.dumps(content)}\n"
    response = Response(body, _STATUSES[content["status"]], content_type=_MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    return response
