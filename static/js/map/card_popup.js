import { partOf } from "../lib/server.js";
import { textNode } from "./nodes.js";

/** Give a marker a popup that holds the card of its project, fetched when it is first opened. */
export function cardPopup(marker, address) {
  const holder = textNode("Loading…");
  holder.tabIndex = -1;
  marker.bindPopup(holder, { maxWidth: 340, minWidth: 240 });
  marker.on("keypress", () => (marker.byKey = true));
  marker.on("popupopen", async ({ popup }) => {
    if (!holder.firstElementChild) {
      await fillWith(holder, address);
      popup.update();
    }
    if (marker.byKey) holder.focus();
  });
  marker.on("popupclose", () => {
    if (marker.byKey) marker.getElement()?.focus();
    marker.byKey = false;
  });
  holder.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") marker.closePopup();
  });
}

async function fillWith(holder, address) {
  try {
    holder.replaceChildren(...(await partOf(address)).body.childNodes);
  } catch {
    holder.textContent = "This project did not arrive. Close this and open it again.";
  }
}
