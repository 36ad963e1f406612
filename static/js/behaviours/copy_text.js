/**
 * A text to copy, such as the address of the view. Where the browser lets no page write to the
 * clipboard (over plain HTTP, for one), the text is selected for the reader to copy.
 */
export class CopyText {
  constructor(element) {
    this.field = element.querySelector("input, textarea");
    this.said = element.querySelector("[role=status]");
    this.field.value = whole(element.dataset);
    element.querySelector("button").addEventListener("click", () => this.copy());
    this.field.addEventListener("focus", () => this.field.select());
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.field.value);
      this.said.textContent = "Copied";
    } catch {
      this.field.focus();
      this.said.textContent = "Selected: press Ctrl and C to copy";
    }
  }
}

/** The text with the address in full: the server writes it without the host. */
function whole({ address, title }) {
  const { href } = new URL(address, window.location.href);
  if (!title) return href;
  const frame = document.createElement("iframe");
  Object.entries({ src: href, title, width: "100%", height: "640", loading: "lazy" }).forEach(([name, value]) =>
    frame.setAttribute(name, value),
  );
  return frame.outerHTML;
}
