// Notes when the last shape was drawn that can be seen, when a picture of all of them was that is shown before, and
// when the main thread was blocked (over 50 ms at a time).
(() => {
  const UNSEEN = '[stroke="none"][fill-opacity="0"]';
  const PICTURE = "[data-map-beneath] img";
  const watched = { shapes: 0, drawn: 0, pictured: 0, blocked: [] };
  window.benchWatched = watched;

  function look() {
    const shapes = document.querySelectorAll(`.leaflet-pane path:not(${UNSEEN})`).length;
    if (shapes === watched.shapes) return;
    watched.shapes = shapes;
    paintedAs("drawn");
  }

  // What is there at the beginning of a frame has been painted by the beginning of the next.
  function paintedAs(name) {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        watched[name] = performance.now();
      }),
    );
  }

  // Events of images do not bubble, but can be seen on their way down.
  document.addEventListener("load", ({ target }) => target.matches?.(PICTURE) && paintedAs("pictured"), true);

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.blocked.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
})();
