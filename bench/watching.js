// Notes when the last shape was drawn that can be seen, and when the main thread was blocked (over 50 ms at a time).
(() => {
  const UNSEEN = '[stroke="none"][fill-opacity="0"]';
  const watched = { shapes: 0, drawn: 0, blocked: [] };
  window.benchWatched = watched;

  function look() {
    const shapes = document.querySelectorAll(`.leaflet-pane path:not(${UNSEEN})`).length;
    if (shapes === watched.shapes) return;
    watched.shapes = shapes;
    // What is there at the beginning of a frame has been painted by the beginning of the next.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        watched.drawn = performance.now();
      }),
    );
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) watched.blocked.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });
})();
