"""A police force, a fire and rescue authority or an ambulance trust."""

from escwg_map.records.codes import ServiceCode
from escwg_map.records.row import Listed, Row, Text
from escwg_map.vocabulary import Kind


class Service(Row):
    """One service; `aliases` are all the names and abbreviations that the overview uses for it."""

    code: ServiceCode
    kind: Kind
    name: Text
    short_name: Text
    aliases: Listed[Text] = ()
    successor_code: ServiceCode | None = None
    notes: Text = ""
