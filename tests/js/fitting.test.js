import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting } from "../../static/js/lib/fitting.js";

const KENT = { x: 100, y: 100, width: 60, height: 16, room: 80 };

test("a label that is wider than its room is left out", () => {
  assert.deepEqual(fitting([{ ...KENT, room: 59 }]), []);
});

test("of two labels that collide the one with more room stays", () => {
  const roomy = { ...KENT, x: 130, room: 200 };

  assert.deepEqual(fitting([KENT, roomy]), [roomy]);
});

test("labels one below the other both stay", () => {
  assert.equal(fitting([KENT, { ...KENT, y: 120 }]).length, 2);
});
