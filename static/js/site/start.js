import { elsewhere, isMap } from "./view.js";
import "../start.js";
import { show } from "../lib/navigation.js";
import { fileOf } from "./answers.js";
import { showFindings } from "./findings.js";
import { showPair } from "./pair.js";

/** Answer what an address asks for beyond the page as it was written. */
async function begin() {
  const { href, search } = window.location;
  const file = fileOf(href);
  if (!search) return;
  if (isMap(file)) {
    const other = await elsewhere(new URL(href));
    if (other) window.location.replace(other);
    else await show(href, { push: false });
  }
  if (file === "places.html") await showFindings(new URLSearchParams(search));
  if (file.startsWith("boundaries")) await showPair(search);
}

begin();
