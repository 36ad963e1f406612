"""A map drawn once, as a picture: what is filled, what is lined, what is named.

Pictures are for paper, for pages without script and for taking away. They say nothing with a
colour alone: fills have textures, lines have dashes, and each picture is described in words.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from escwg_map.cartography.frame import Frame
from escwg_map.cartography.palette import BORDER, INK, NOTHING_RECORDED, OUTLINES
from escwg_map.cartography.patterns import Stripes, Texture
from escwg_map.geography.drawn_ground import DrawnGround
from escwg_map.vocabulary import Kind


class Patch(Struct, frozen=True):
    """Filled ground: `fill` is a colour or the id of a fill; `code` and `name` are its area's."""

    path: str
    fill: str
    code: str = ""
    name: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether the fill is a colour, with no texture."""
        return self.fill.startswith("#")


class Line(Struct, frozen=True):
    """A line over the ground; width and dashes in pixels."""

    path: str
    colour: str
    width: float
    dashes: str | None = None


class Dot(Struct, frozen=True):
    """A project's marker; its place in pixels of the picture."""

    place: tuple[float, float]
    colour: str
    title: str


class Label(Struct, frozen=True):
    """A name on the map; the middle of its foot in pixels of the picture."""

    place: tuple[float, float]
    text: str
    colour: str = INK
    bold: bool = False


class KeyRow(Struct, frozen=True):
    """One line of the key: a sample of a fill (none: nothing recorded) or of a line, and words."""

    text: str
    note: str = ""
    fill: str | None = None
    line: Line | None = None


class Picture(Struct, frozen=True):
    """A picture whole; patches lie below lines, lines below dots and labels.

    `textures` and `stripes` are the fills that patches and key refer to.
    """

    title: str
    description: str
    frame: Frame
    patches: tuple[Patch, ...]
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    key: tuple[KeyRow, ...] = ()
    textures: tuple[Texture, ...] = ()
    stripes: tuple[Stripes, ...] = ()

    @property
    def fills(self) -> list[str]:
        """The ids of the fills on the ground, each once."""
        return sorted({patch.fill for patch in self.patches if not patch.is_plain})

    @property
    def striped(self) -> frozenset[str]:
        """The ids of the fills that are stripes, which are turned."""
        return frozenset(stripes.id for stripes in self.stripes)


def land(ground: DrawnGround, frame: Frame, layer: Kind) -> Iterable[Patch]:
    """Give the plain ground of a layer's areas, as far as the picture shows them."""
    for code, shape in ground.shapes[layer].items():
        if frame.meets(shape.box):
            yield Patch(shape.path, NOTHING_RECORDED, code)


def borders(ground: DrawnGround, layers: Sequence[Kind], weight: float = 0.6) -> list[Line]:
    """Give the borders of layers in their line styles, the widest below; weight 1 is full width."""
    return [
        Line(
            path,
            OUTLINES[kind].colour,
            round(OUTLINES[kind].width * weight, 2),
            OUTLINES[kind].dashes,
        )
        for kind in Kind
        if kind in layers
        for path in ground.borders[kind]
    ]


def line_key(layers: Sequence[Kind]) -> tuple[KeyRow, ...]:
    """Say in the key what each style of line is."""
    return tuple(
        KeyRow(
            kind.areas_label.capitalize(),
            line=Line("", OUTLINES[kind].colour, OUTLINES[kind].width, OUTLINES[kind].dashes),
        )
        for kind in Kind
        if kind in layers
    )


def thin(ground: DrawnGround, layer: Kind) -> list[Line]:
    """Give the borders of a layer as thin lines, which only show where the picture is."""
    return [Line(path, BORDER, 1) for path in ground.borders[layer]]
