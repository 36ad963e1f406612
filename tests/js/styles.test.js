import assert from "node:assert/strict";
import { test } from "node:test";

import { areaStyle, clusterSize, codesOf, pairStyle, stripeScale, widthAt } from "../../static/js/lib/styles.js";

test("an area with themes is filled with the pattern of its themes", () => {
  assert.equal(areaStyle("fill-demand-estates").fillColor, "url(#fill-demand-estates)");
});

test("an area with nothing recorded keeps the plain fill and gets a dotted outline", () => {
  const style = areaStyle(null);

  assert.equal(style.fillColor, undefined);
  assert.match(style.dashArray, /^0\.1 /);
});

test("the codes of a cell are those of its three services", () => {
  assert.deepEqual(codesOf("E23000012-E31000020-RX8"), {
    police: "E23000012",
    fire: "E31000020",
    ambulance: "RX8",
  });
});

test("a badge grows with the digits of its number", () => {
  assert.ok(clusterSize(4) < clusterSize(12));
  assert.ok(clusterSize(12) < clusterSize(120));
});

test("borders are thin on the whole country and full width close by", () => {
  assert.equal(widthAt(5, 4), 2.2);
  assert.equal(widthAt(9, 4), 4);
  assert.equal(widthAt(12, 4), 4);
});

test("stripes grow wider as the map comes closer, up to a limit", () => {
  assert.equal(stripeScale(6), 1);
  assert.ok(stripeScale(8.5) > stripeScale(7.5));
  assert.equal(stripeScale(13), 2.5);
});

test("ground is filled with the colour token of its part", () => {
  const tokens = { getPropertyValue: (name) => ` colour of ${name}` };

  assert.equal(pairStyle("both", tokens).fillColor, "colour of --app-both");
});
