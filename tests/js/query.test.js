import assert from "node:assert/strict";
import { test } from "node:test";

import { pointText, queryOf, withParameter } from "../../static/js/lib/query.js";

test("a query string leaves empty fields out", () => {
  assert.equal(queryOf([["theme", "demand"], ["q", ""], ["theme", "estates"]]), "theme=demand&theme=estates");
});

test("a query string keeps the comma of a place readable", () => {
  assert.equal(queryOf([["at", "-0.335,53.745"]]), "at=-0.335,53.745");
});

test("a parameter is set in place of its old value", () => {
  assert.equal(
    withParameter("http://map.example/?layer=fire&at=1,2#results", "at", "-0.1,51.5"),
    "http://map.example/?layer=fire&at=-0.1,51.5",
  );
});

test("a parameter is taken away by null", () => {
  assert.equal(withParameter("http://map.example/?layer=fire&at=1,2", "at", null), "http://map.example/?layer=fire");
});

test("a place is written longitude first, to five decimals", () => {
  assert.equal(pointText({ lat: 53.7449999, lng: -0.3350001 }), "-0.335,53.745");
});
