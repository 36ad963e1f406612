import assert from "node:assert/strict";
import { test } from "node:test";

import { longDate } from "../../static/js/lib/dates.js";

test("a day is said in words, and in figures for machines", () => {
  assert.deepEqual(longDate(new Date(2026, 2, 7)), { text: "7 March 2026", iso: "2026-03-07" });
});
