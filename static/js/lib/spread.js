/**
 * Put points so that none covers another: each takes the free square nearest to its own place, the
 * earlier ones first. Points and answers are [x, y] in pixels; `size` is a marker's width.
 */
export function spreadOut(points, size) {
  const taken = new Set();
  return points.map(([x, y]) => {
    const home = [Math.round(x / size), Math.round(y / size)];
    const free = nearestFree(home, [x / size, y / size], taken);
    taken.add(free.join());
    return free.map((square) => square * size);
  });
}

function nearestFree([column, row], point, taken) {
  for (let ring = 0; ; ring += 1) {
    const free = squaresOfRing(column, row, ring).filter((square) => !taken.has(square.join()));
    if (free.length) return free.reduce((best, square) => (apart(square, point) < apart(best, point) ? square : best));
  }
}

function squaresOfRing(column, row, ring) {
  if (ring === 0) return [[column, row]];
  const squares = [];
  for (let step = -ring; step < ring; step += 1) {
    squares.push(
      [column + step, row - ring],
      [column + ring, row + step],
      [column - step, row + ring],
      [column - ring, row - step],
    );
  }
  return squares;
}

function apart([x, y], [otherX, otherY]) {
  return (x - otherX) ** 2 + (y - otherY) ** 2;
}
