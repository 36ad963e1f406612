import { linkTo, partOf } from "../lib/server.js";
import { textNode } from "./nodes.js";
import { titleOf } from "./titles.js";

const WIDEST = 340;
const BESIDE = 100;

/** As wide as the window allows beside the map's buttons, under which no popup is to lie. */
function size() {
  return { maxWidth: Math.min(WIDEST, window.innerWidth - BESIDE), minWidth: 200, autoPanPaddingTopLeft: [54, 5] };
}

/** Give a marker a popup that holds the card of its project, fetched when it is first opened. */
export function cardPopup(marker, address) {
  const holder = popup(marker, textNode("Loading…"));
  marker.on("popupopen", async (event) => {
    const before = document.activeElement;
    if (!holder.firstElementChild) {
      await fillWith(holder, address);
      event.popup.update();
    }
    // Whoever went elsewhere meanwhile is not called back.
    if (marker.byKey && document.activeElement === before) holder.focus();
  });
}

/** Open a popup that lists projects whose markers stand on one point. */
export function listPopup(marker, projects) {
  const list = document.createElement("ul");
  list.className = "app-marker-list";
  for (const project of projects) {
    const link = document.createElement("a");
    link.href = linkTo(project.page);
    link.textContent = titleOf(project);
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const holder = textNode("");
  holder.append(list);
  popup(marker, holder);
  marker.openPopup();
  holder.focus();
}

/** A popup that was opened by key takes the focus, and gives it back when it closes. */
function popup(marker, holder) {
  holder.tabIndex = -1;
  marker.bindPopup(holder, size());
  marker.on("keypress", () => (marker.byKey = true));
  marker.on("popupclose", () => {
    if (marker.byKey) marker.getElement()?.focus();
    marker.byKey = false;
  });
  holder.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") marker.closePopup();
  });
  return holder;
}

async function fillWith(holder, address) {
  try {
    holder.replaceChildren(...(await partOf(address)).body.childNodes);
  } catch {
    holder.textContent = "This project did not arrive. Close this and open it again.";
  }
}
