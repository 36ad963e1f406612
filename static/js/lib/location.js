const REFUSED = 1;
const TIMED_OUT = 3;
const INSTEAD = "type a place, coordinates or a grid reference instead.";

/** Why there is no location, in plain words, from the code of a GeolocationPositionError. */
export function reasonFor(code) {
  if (code === REFUSED) return `Your location was not shared. Allow it for this site in your browser and try again, or ${INSTEAD}`;
  if (code === TIMED_OUT) return `Finding your location took too long. Try again, or ${INSTEAD}`;
  return `Your device does not know where it is. Try again, or ${INSTEAD}`;
}
