// Notes when the last shape was drawn that can be seen, on the map and in the picture that is seen before it; when it
// was on the screen; and when the main thread was blocked (over 50 ms at a time).
(() => {
  const SHAPES = {
    map: '.leaflet-pane path:not([stroke="none"][fill-opacity="0"])',
    picture: "svg.app-map__picture g path",
  };
  const watched = { shapes: { map: 0, picture: 0 }, drawn: {}, seen: {}, blocked: [] };
  window.benchWatched = watched;

  function look() {
    for (const [name, shapes] of Object.entries(SHAPES)) {
      const { length } = document.querySelectorAll(shapes);
      if (length === watched.shapes[name]) continue;
      watched.shapes[name] = length;
      // What is there at the beginning of a frame has been painted by the beginning of the next.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          watched.drawn[name] = performance.now();
        }),
      );
      seeAlso(name);
    }
  }

  /** Browsers say when words were on the screen, but not when shapes were: put a word into the same frame. */
  function seeAlso(name) {
    const word = document.createElement("span");
    word.textContent = ".";
    word.style.cssText = "position: fixed; z-index: 9999; top: 0; left: 0";
    word.setAttribute("elementtiming", name);
    document.body.append(word);
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { identifier, renderTime } of list.getEntries()) watched.seen[identifier] = renderTime;
  }).observe({ type: "element", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.blocked.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
})();
