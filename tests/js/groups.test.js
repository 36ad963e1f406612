import assert from "node:assert/strict";
import { test } from "node:test";

import { groupClose } from "../../static/js/lib/groups.js";

const APART = 40;

function somePoints(number) {
  // A fixed generator, so that a failure can be seen again.
  let seed = 7;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: number }, () => [next() * 600, next() * 600]);
}

function closest(groups) {
  const gaps = groups.flatMap(({ at: [x, y] }, index) =>
    groups.slice(index + 1).map(({ at: [ox, oy] }) => Math.hypot(x - ox, y - oy)),
  );
  return Math.min(...gaps);
}

test("no two groups stand closer than asked", () => {
  assert.ok(closest(groupClose(somePoints(300), APART)) >= APART);
});

test("every point is in just one group", () => {
  const members = groupClose(somePoints(300), APART).flatMap((group) => group.members);

  assert.deepEqual(members.sort((a, b) => a - b), Array.from({ length: 300 }, (_, index) => index));
});

test("a point far from the others stays where it is", () => {
  const groups = groupClose([[0, 0], [500, 500]], APART);

  assert.deepEqual(groups.map(({ at }) => at), [[0, 0], [500, 500]]);
});

test("a group stands in the middle of its points", () => {
  const [group] = groupClose([[0, 0], [10, 0], [20, 0]], APART);

  assert.deepEqual(group.at, [10, 0]);
});

test("points of one place are one group", () => {
  assert.equal(groupClose(Array.from({ length: 50 }, () => [3, 3]), APART).length, 1);
});

test("the same points are grouped in the same way", () => {
  assert.deepEqual(groupClose(somePoints(80), APART), groupClose(somePoints(80), APART));
});
