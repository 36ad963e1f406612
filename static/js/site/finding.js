const MISSES = 9;
const [WHOLE, ALIAS, EXACT, BEGINNING] = [0, 1, 2, 3];
const DEGREES = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[, ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** Find the entries that have every word of a text, whole names first; slips are not forgiven. */
export function best(text, entries) {
  const typed = folded(text);
  if (!typed) return [];
  return entries
    .map((entry) => [grade(entry, typed), entry])
    .filter(([graded]) => graded < MISSES)
    .sort(([one], [other]) => one - other)
    .map(([, entry]) => entry);
}

/** Write text as plain words, as `search/words.py` does. */
export function folded(text) {
  const plain = text.normalize("NFKD").toLowerCase().replaceAll("&", " and ").replaceAll("ß", "ss");
  return plain.replace(/\p{M}/gu, "").replace(/['’‘`]/g, "").replace(/[^a-z0-9]+/g, " ").trim();
}

/** Read latitude and longitude in degrees as the map's addresses write a place; null if it is none. */
export function typedPlace(text) {
  const found = text.match(DEGREES);
  return found ? [found[2], found[1]].map((degrees) => Number(Number(degrees).toFixed(5))).join(",") : null;
}

function grade({ names, aliases, words }, typed) {
  if (names.includes(typed)) return WHOLE;
  if (aliases.includes(typed)) return ALIAS;
  return Math.max(...typed.split(" ").map((word) => gradeOfWord(words, word)));
}

function gradeOfWord(words, typed) {
  if (words.includes(typed)) return EXACT;
  return words.some((word) => word.startsWith(typed)) ? BEGINNING : MISSES;
}
