"""Requests that nobody would think of: the network's doors, and what is sent to each.

An address is one of the app's own, with parts and parameters that are right, nearly right, or an
attack; so most requests get past the first check, which is where faults are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from flask import Flask
from hypothesis import strategies as st
from werkzeug.routing import Rule

HOSTILE = (
    *("", " ", "0", "-1", "1_0", "١٢", "\n10", "9" * 5_000, "1e400", "nan", "inf", "null", "true"),
    *("../../etc/passwd", "..%2f..", "..\\..", "\x00", "%00", "CON", "a" * 300, "//evil.example"),
    *("<script>alert(1)</script>", "{{7*7}}", "${7*7}", "' OR 1=1 --", "]]>", "%", "%s", "_", "*"),
    *("\ud800", "\u202e", "\ufeff", "İ" * 150, "(a+)+$", "ﬃ", "🚒", "0,0,0", "nan,nan,nan,nan"),
    *("180,90,-180,-90", "-inf,0,0,0", "2015-02-30", "../..", "2016/2010", "E23000901;DROP"),
)
"""Texts that have broken something somewhere."""

MEANT = (
    *("police", "fire", "ambulance", "cells", "projects", "footprints", "demand", "live", "table"),
    *("E23000901", "E31000901", "RZ1", "E23000901-E31000901-RZ1", "-2.5,53.5", "53.5,-2.5", "10"),
    *("geojson", "gpkg", "csv", "xlsx", "cardiac-arrest-southtoy", "workshop", "gap", "1", "2015"),
    *("-3,51,0,54", "html", "json", "json", "-started", "name", "yes", "TA 09 28", "Westoy"),
    *("http://www.opengis.net/def/crs/EPSG/0/27700", "2015-01-01/..", "/?theme=demand", "map.svg"),
)
"""Values that mean something at one door or another."""

PARAMETERS = (
    *("layer", "theme", "scheme", "status", "benefit", "kind", "service", "area", "cell", "from"),
    *("to", "q", "colour", "outlines", "markers", "at", "view", "weight", "sort", "limit"),
    *("offset", "bbox", "bbox-crs", "crs", "datetime", "f", "url", "maxwidth", "maxheight", "bom"),
    *("format", "code", "limt", "", "__class__", "theme[]"),
)

_HEADERS: Mapping[str, Sequence[str]] = {
    "Accept": ("text/html", "application/geo+json", "*/*;q=x", ",,,", "a/b;q=9", "\xff"),
    "Accept-Encoding": ("gzip", "br;q=0", "gzip;q=nan", "*", "identity;q=0"),
    "If-None-Match": ("*", 'W/"a"', '"', "a" * 4_000, '"a", "b"'),
    "If-Modified-Since": ("yesterday", "Wed, 21 Oct 2015 07:28:00 GMT", "0"),
    "Range": ("bytes=0-0", "bytes=-1", "bytes=9-1", "lines=1"),
    "Origin": ("null", "http://evil.example", "x"),
    "Access-Control-Request-Method": ("GET", "TRACE", ""),
    "X-Forwarded-For": ("127.0.0.1", "x" * 100),
    "X-Forwarded-Host": ("evil.example", "//"),
    "X-Forwarded-Proto": ("https", "javascript"),
    "Content-Type": ("application/json", "text/html; charset=klingon", "multipart/form-data", ";"),
}

_BODIES = (
    b"",
    b"[" * 8_000,
    b'{"a":NaN,"a":1}',
    b'"\\ud800"',
    b"\xef\xbb\xbf{}",
    b"\xff\xfe\x00",
    b"a=1&a=2" * 1_000,
    b"--x\r\n\r\n",
)

_PROGRAMS = ("/api/", "/ogc/")


@dataclass(frozen=True)
class Asked:
    """One request, as somebody sends it."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def target(self) -> str:
        """The path and the query string, percent-encoded; what is no text goes as it is."""
        pairs = "&".join(f"{_encoded(name)}={_encoded(text)}" for name, text in self.query)
        return _encoded(self.path, safe="/") + (f"?{pairs}" if pairs else "")


def doors(app: Flask) -> dict[str, st.SearchStrategy[Asked]]:
    """Give the network's doors of an app, each with what comes through it."""
    rules = sorted({rule.rule: rule for rule in app.url_map.iter_rules()}.items())
    programs = {name: [rule for path, rule in rules if path.startswith(name)] for name in _PROGRAMS}
    pages = [rule for path, rule in rules if not path.startswith(_PROGRAMS)]
    every = [rule for _, rule in rules]
    return {
        "the JSON API": _requests(programs["/api/"]),
        "OGC API - Features": _requests(programs["/ogc/"]),
        "queries of pages": _requests(pages),
        "bodies": _requests(every, ("POST", "PUT", "PATCH", "GET", "DELETE"), _BODIES),
    }


def _requests(
    rules: Sequence[Rule],
    methods: Sequence[str] = ("GET", "HEAD", "OPTIONS"),
    bodies: Sequence[bytes] = (b"",),
) -> st.SearchStrategy[Asked]:
    value = st.one_of(
        st.sampled_from(MEANT),
        st.sampled_from(HOSTILE),
        st.text(max_size=30),
        st.integers().map(str),
    )
    header = st.sampled_from(sorted(_HEADERS)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(_HEADERS[name]))
    )
    name = st.sampled_from(PARAMETERS) | st.text(max_size=8)
    return st.builds(
        Asked,
        path=st.sampled_from(rules).flatmap(lambda rule: _path(rule, value)),
        query=st.lists(st.tuples(name, value), max_size=4).map(tuple),
        method=st.sampled_from(methods),
        headers=st.lists(header, max_size=2, unique_by=lambda pair: pair[0]).map(tuple),
        body=st.sampled_from(bodies),
    )


def _path(rule: Rule, value: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = [value if drawn else st.just(text) for drawn, text in rule._trace]
    return st.tuples(*parts).map("".join).map(lambda path: path.removeprefix("|"))


def _encoded(text: str, safe: str = ",") -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe=safe)
