/**
 * Choose the labels that fit: each no wider than the room it has, none over another, the roomiest
 * first. A label is { x, y, width, height, room }: its middle, its size and its room in pixels.
 */
export function fitting(labels) {
  const placed = [];
  for (const label of [...labels].sort((one, other) => other.room - one.room)) {
    if (label.width <= label.room && !placed.some((other) => collide(label, other))) placed.push(label);
  }
  return placed;
}

function collide(one, other) {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2
  );
}
