/** The query string of a form, empty fields left out, in the order of the form. */
export function queryOf(pairs) {
  const query = new URLSearchParams();
  for (const [name, value] of pairs) if (value !== "") query.append(name, value);
  return query.toString().replaceAll("%2C", ",");
}

/** An address with one parameter set, or taken away when the value is null. */
export function withParameter(address, name, value) {
  const url = new URL(address);
  if (value === null) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  url.search = url.search.replaceAll("%2C", ",");
  url.hash = "";
  return url.href;
}

/** A place as the query string writes it: longitude first, five decimals (about a metre). */
export function pointText({ lng, lat }) {
  return [lng, lat].map((degrees) => Number(degrees.toFixed(5))).join(",");
}
