const LONGEST = 200;

/** Whether the server can have suggestions for a text: it has words, and is not over-long. */
export function isWorthAsking(typed) {
  return typed.trim() !== "" && typed.trim().length <= LONGEST;
}

/** The address of the suggestions for what has been typed. */
export function suggestionsAddress(address, typed) {
  return `${address}?${new URLSearchParams({ q: typed.trim() })}`;
}
