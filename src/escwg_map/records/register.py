"""The whole register: every table, as read."""

from escwg_map.records.district import District
from escwg_map.records.figure import Figure
from escwg_map.records.frozen import Frozen
from escwg_map.records.leader import Leader
from escwg_map.records.national import Agreement, Commitment
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.records.service import Service
from escwg_map.records.service_index import IndexDifference, IndexEntry
from escwg_map.records.theme import Scheme, Theme


class Register(Frozen):
    """All records, each table in the order of its file; field names are the files' names."""

    themes: tuple[Theme, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    services: tuple[Service, ...] = ()
    projects: tuple[Project, ...] = ()
    partners: tuple[Partner, ...] = ()
    figures: tuple[Figure, ...] = ()
    districts: tuple[District, ...] = ()
    leaders: tuple[Leader, ...] = ()
    national: tuple[Agreement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    service_index: tuple[IndexEntry, ...] = ()
    index_differences: tuple[IndexDifference, ...] = ()
