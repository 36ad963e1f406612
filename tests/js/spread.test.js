import assert from "node:assert/strict";
import { test } from "node:test";

import { spreadOut } from "../../static/js/lib/spread.js";

const SIZE = 24;

function closest(points) {
  const gaps = points.flatMap(([x, y], i) =>
    points.slice(i + 1).map(([ox, oy]) => Math.max(Math.abs(x - ox), Math.abs(y - oy))),
  );
  return Math.min(...gaps);
}

test("a hundred markers on one place do not cover each other", () => {
  const places = Array.from({ length: 100 }, () => [240, 240]);

  assert.ok(closest(spreadOut(places, SIZE)) >= SIZE);
});

test("markers on one place stay near it", () => {
  const places = Array.from({ length: 25 }, () => [240, 240]);

  for (const [x, y] of spreadOut(places, SIZE)) assert.ok(Math.hypot(x - 240, y - 240) <= 4 * SIZE);
});

test("a marker that stands alone moves less than its own size", () => {
  const [[x, y]] = spreadOut([[101, 87]], SIZE);

  assert.ok(Math.hypot(x - 101, y - 87) < SIZE);
});

test("the same places are spread in the same way", () => {
  const places = Array.from({ length: 40 }, (_, i) => [i * 3, i * 2]);

  assert.deepEqual(spreadOut(places, SIZE), spreadOut(places, SIZE));
});
