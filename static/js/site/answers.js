import { loadScript } from "../lib/script.js";

const ROOT = new URL("../../", document.currentScript.src);

/** The values of a data file, which is a script so that it can be had from `file://`, too. */
export async function answer(name) {
  await loadScript(new URL(name.includes("/") ? `${name}.js` : `answers/${name}.js`, ROOT).href);
  return self.escwgAnswers[name];
}

/** The path of an address inside the site; that of a folder is the file that hosts show for it. */
export function fileOf(address) {
  const { pathname } = new URL(address, window.location.href);
  return pathname.slice(ROOT.pathname.length) || "index.html";
}

/** The address of a file of the site. */
export function addressOf(file) {
  return new URL(file, ROOT).href;
}
