/**
 * Group points so that no two groups stand closer than a distance: the nearest two become one, at
 * the middle of their points, until all are apart. Points are [x, y] in pixels; a group is
 * { at: [x, y], members } with the places of its points in the list.
 */
export function groupClose(points, distance) {
  const grid = new Grid(distance);
  const waiting = points.map(([x, y], index) => grid.add({ at: [x, y], members: [index] })).reverse();
  while (waiting.length) {
    const group = waiting.pop();
    const near = grid.has(group) && grid.nearest(group);
    if (!near) continue;
    grid.remove(group);
    grid.remove(near);
    waiting.push(grid.add(merged(group, near)));
  }
  return grid.all();
}

function merged(one, other) {
  const [a, b] = [one.members.length, other.members.length];
  return {
    at: one.at.map((pixel, axis) => (pixel * a + other.at[axis] * b) / (a + b)),
    members: [...one.members, ...other.members],
  };
}

/** Groups by the square they stand in, so that only neighbouring squares need be looked at. */
class Grid {
  constructor(side) {
    this.side = side;
    this.squares = new Map();
  }

  add(group) {
    const key = this.key(this.square(group));
    if (!this.squares.has(key)) this.squares.set(key, new Set());
    this.squares.get(key).add(group);
    return group;
  }

  remove(group) {
    this.squares.get(this.key(this.square(group))).delete(group);
  }

  has(group) {
    return this.squares.get(this.key(this.square(group)))?.has(group);
  }

  nearest(group) {
    const [column, row] = this.square(group);
    let [best, least] = [null, this.side];
    for (const [right, down] of AROUND) {
      for (const other of this.squares.get(this.key([column + right, row + down])) ?? []) {
        const apart = Math.hypot(group.at[0] - other.at[0], group.at[1] - other.at[1]);
        if (other !== group && apart < least) [best, least] = [other, apart];
      }
    }
    return best;
  }

  all() {
    return [...this.squares.values()].flatMap((square) => [...square]);
  }

  square({ at }) {
    return at.map((pixel) => Math.floor(pixel / this.side));
  }

  key(square) {
    return square.join();
  }
}

const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down]));
