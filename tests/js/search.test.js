import assert from "node:assert/strict";
import { test } from "node:test";

import { reasonFor } from "../../static/js/lib/location.js";
import { isWorthAsking, suggestionsAddress } from "../../static/js/lib/suggestions.js";

test("suggestions are asked for what was typed, without the blanks about it", () => {
  assert.equal(suggestionsAddress("/places/suggestions", " devon & som "), "/places/suggestions?q=devon+%26+som");
});

test("nothing is asked for blanks, or for more than the server takes", () => {
  assert.equal(isWorthAsking("  "), false);
  assert.equal(isWorthAsking("x".repeat(201)), false);
  assert.equal(isWorthAsking("es"), true);
});

test("a refused location, an unknown one and a late one are told apart", () => {
  assert.equal(new Set([1, 2, 3].map(reasonFor)).size, 3);
  assert.match(reasonFor(1), /not shared/);
});

test("whatever went wrong, the message says what would do instead", () => {
  for (const code of [1, 2, 3, 99]) assert.match(reasonFor(code), /type a place/);
});
