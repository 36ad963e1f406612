/**
 * Show another view of the page without loading it whole: the server draws every view, and only the
 * regions that differ are put in place of the old ones. The address stays the view's own.
 */
export async function show(address, { push = true } = {}) {
  const response = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const regions = [...document.querySelectorAll("[data-region]")];
  if (!response.ok || !regions.every((region) => regionLike(region, page))) {
    window.location.assign(address);
    return;
  }
  for (const region of regions) region.replaceWith(document.adoptNode(regionLike(region, page)));
  if (push) window.history.pushState(null, "", address);
  document.dispatchEvent(new CustomEvent("escwg:shown"));
}

function regionLike(region, page) {
  return page.querySelector(`[data-region="${region.dataset.region}"]`);
}
