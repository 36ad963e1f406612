const asked = new Map();

/** Load a script of our own origin once, however often it is asked for. */
export function loadScript(address) {
  if (!asked.has(address)) asked.set(address, added(address));
  return asked.get(address);
}

function added(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
