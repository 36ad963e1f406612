"""Where a picture looks: a window on the ground, and how many pixels it is drawn with."""

from typing import Self

from msgspec import Struct

from escwg_map.geography.drawn_ground import STEPS_PER_KM, Box, Steps

_ROUND_KM = (1, 2, 5, 10, 20, 50, 100, 200)


class Frame(Struct, frozen=True):
    """A window on the ground: its left top corner is in steps, its size in pixels."""

    left: float
    top: float
    pixels: tuple[int, int]
    steps_per_pixel: float

    @classmethod
    def around(
        cls, box: Box, pixels: tuple[int, int], *, margin: float = 0.04, smallest_km: float = 0
    ) -> Self:
        """Look at a box with a margin about it (a part of its sides), and at no less than so much.

        A small area alone would say nothing of where it lies: `smallest_km` is the least width.
        """
        left, top, right, bottom = box
        width, height = pixels
        least = smallest_km * STEPS_PER_KM / width
        room = 1 + 2 * margin
        scale = max((right - left) * room / width, (bottom - top) * room / height, least)
        return cls(
            left=round((left + right - width * scale) / 2, 1),
            top=round((top + bottom - height * scale) / 2, 1),
            pixels=pixels,
            steps_per_pixel=scale,
        )

    @classmethod
    def exactly(cls, box: Box) -> Self:
        """Look at a box and at nothing else, a step a pixel."""
        left, top, right, bottom = box
        return cls(left, top, (round(right - left), round(bottom - top)), 1)

    @property
    def view_box(self) -> str:
        """The window as SVG's `viewBox` has it."""
        width, height = map(self.in_steps, self.pixels)
        return f"{self.left} {self.top} {width} {height}"

    def in_steps(self, pixels: float) -> float:
        """Say a length of the picture in steps of the ground."""
        return round(pixels * self.steps_per_pixel, 2)

    def dashes(self, pattern: str) -> str:
        """Say a pattern of dashes, given in pixels, in steps."""
        return " ".join(str(self.in_steps(float(part))) for part in pattern.split())

    def pixel(self, place: Steps) -> tuple[float, float]:
        """Find where in the picture a place lies."""
        x, y = place
        scale = self.steps_per_pixel
        return round((x - self.left) / scale, 1), round((y - self.top) / scale, 1)

    def shows(self, place: Steps, *, border: float = 0) -> bool:
        """Whether a place lies in the picture, at least so many pixels from its edge."""
        x, y = self.pixel(place)
        width, height = self.pixels
        return border <= x <= width - border and border <= y <= height - border

    def meets(self, box: Box) -> bool:
        """Whether any of a box lies in the picture."""
        left, top, right, bottom = box
        (x, y), (other_x, other_y) = self.pixel((left, top)), self.pixel((right, bottom))
        return x < self.pixels[0] and y < self.pixels[1] and other_x > 0 and other_y > 0

    @property
    def bar(self) -> tuple[int, float]:
        """The scale bar: its kilometres, a round number, and its pixels, a quarter at most."""
        longest = self.pixels[0] / 4 * self.steps_per_pixel / STEPS_PER_KM
        km = max((km for km in _ROUND_KM if km <= longest), default=_ROUND_KM[0])
        return km, round(km * STEPS_PER_KM / self.steps_per_pixel, 1)
