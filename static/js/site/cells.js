/** Which cell a point lies in: by the rings of a TopoJSON, whose borders several cells share. */
export class Cells {
  constructor({ arcs, objects, transform }) {
    this.lines = arcs.map((arc) => decoded(arc, transform));
    this.cells = objects.cells.geometries.map(({ properties, type, arcs: parts }) => ({
      id: properties.id,
      rings: (type === "Polygon" ? parts : parts.flat()).map((ring) => this.ring(ring)),
    }));
  }

  /** The id of the cell at a longitude and latitude; undefined where there is no land. */
  at([x, y]) {
    return this.cells.find(({ rings }) => rings.filter((ring) => crossesOddly(ring, x, y)).length % 2)?.id;
  }

  /** Join the arcs of a ring; a number below nought is an arc that is walked backwards. */
  ring(numbers) {
    return numbers.flatMap((number) => (number < 0 ? [...this.lines[~number]].reverse() : this.lines[number]));
  }
}

/** Arcs are written as steps from point to point. */
function decoded(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([right, up]) => {
    x += right;
    y += up;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function crossesOddly(ring, x, y) {
  let odd = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
    const [[x1, y1], [x2, y2]] = [ring[index], ring[before]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}
