"""Registers with thousands of projects that nobody runs, and boundaries of millions of vertices."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from escwg_map.geography.layer import Boundaries, Layer
from escwg_map.records.codes import kind_of
from escwg_map.records.partner import Partner
from escwg_map.records.project import Project
from escwg_map.records.register import Register
from escwg_map.sources.layers import write_layers
from escwg_map.sources.register import read_register
from escwg_map.sources.writing import table_csv
from escwg_map.vocabulary import Benefit, PartnerKind, Role, Status

_SEED = 2016
_YEARS = (1998, 2016)


def register_with(number: int, data: Path) -> Register:
    """Put made-up projects in place of the real ones: some titles' words are commoner.

    Each has one to four areas, of which the services take part; a third have a start.
    """
    register, _ = read_register(data)
    chance = random.Random(_SEED)  # noqa: S311 - nothing secret
    words, commoner = _words(chance), [1 / (rank + 10) for rank in range(10_000)]
    projects = []
    for at in range(number):
        scheme = chance.choice(register.schemes)
        text = " ".join(chance.choices(words, commoner, k=60))
        projects.append(
            Project(
                id=f"made-up-{at}",
                title=" ".join(text.split()[:8]),
                theme=scheme.theme,
                scheme=scheme.id,
                status=chance.choice(list(Status)),
                started=str(chance.randint(*_YEARS)) if chance.random() < 1 / 3 else None,
                areas=_areas(register, chance),
                summary=f"Made up: {text}.",
                benefits=tuple(chance.sample(list(Benefit), chance.randint(0, 3))),
                pages=(chance.randint(1, 90),),
                pages_inferred=False,
                printed_under_future=False,
            )
        )
    partners = tuple(_partners(projects, {each.code: each.name for each in register.services}))
    made_up = {"projects": tuple(projects), "partners": partners, "figures": ()}
    return register.model_copy(update=made_up)


def write_register(register: Register, data: Path, folder: Path) -> None:
    """Write a register's made-up tables into a folder, beside the real ones of the others."""
    shutil.copytree(data, folder)
    for table in ("projects", "partners", "figures"):
        (folder / f"{table}.csv").write_bytes(table_csv(table, getattr(register, table)))


def _words(chance: random.Random) -> list[str]:
    syllables = [a + b for a in "bcdfghklmnprst" for b in ("a", "e", "i", "o", "u", "ar", "en")]
    return ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(10_000)]


def _areas(register: Register, chance: random.Random) -> tuple[str, ...]:
    layer = chance.choice([service.kind for service in register.services])
    codes = [service.code for service in register.services if service.kind == layer]
    return tuple(sorted(chance.sample(codes, chance.randint(1, 4))))


def _partners(projects: list[Project], names: dict[str, str]) -> Iterator[Partner]:
    for project in projects:
        for code in project.areas:
            kind = PartnerKind(kind_of(code).value)
            yield Partner(
                project=project.id, service=code, name=names[code], kind=kind, role=Role.PARTNER
            )


def write_denser(layers: Boundaries, wanted: int, folder: Path) -> None:
    """Write layers with vertices put between those that are there, so many or more in all."""
    step = sum(float(layer.areas.length.sum()) for layer in layers) / wanted
    while vertices(denser := Boundaries(*(_with_steps(layer, step) for layer in layers))) < wanted:
        step *= 0.9
    write_layers(denser, folder)


def _with_steps(layer: Layer, step: float) -> Layer:
    return Layer(layer.kind, layer.areas.set_geometry(layer.areas.segmentize(step)))


def vertices(layers: Boundaries) -> int:
    """Count the vertices of all three layers."""
    return sum(
        int(np.sum(shapely.get_num_coordinates(layer.areas.geometry.to_numpy())))
        for layer in layers
    )
