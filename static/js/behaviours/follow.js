import { show } from "../lib/navigation.js";

/** A page whose links to other views of itself are followed without loading it again. */
export class Follow {
  constructor(page) {
    page.addEventListener("click", (event) => this.follow(event));
    window.addEventListener("popstate", () => show(window.location.href, { push: false }));
  }

  follow(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const here = new URL(window.location.href);
    if (link.origin !== here.origin || link.pathname !== here.pathname || link.hash || link.target) return;
    event.preventDefault();
    show(link.href);
  }
}
