const STEP = 12;
const STRIDE = 5;
const EDGE = 48;
const PAUSE = 250;

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Selecting a place by keyboard: arrow keys move a crosshair (with Shift in strides), Enter selects
 * what is under it, plus and minus zoom. What is under it is said when it rests.
 */
export class Crosshair {
  constructor(view, announcement) {
    this.view = view;
    this.map = view.map;
    this.announcement = announcement;
    this.box = this.map.getContainer();
    this.cross = document.createElement("div");
    this.cross.className = "app-crosshair";
    this.cross.hidden = true;
    this.box.append(this.cross);
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", "Map");
    this.box.setAttribute("aria-describedby", "map-keys");
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focus", () => this.appear());
    this.box.addEventListener("blur", () => (this.cross.hidden = true));
  }

  focus() {
    this.box.focus();
  }

  /** The crosshair shows for those who come by keyboard; it stands where it was left. */
  appear() {
    if (!this.box.matches(":focus-visible")) return;
    this.at ??= this.map.getSize().divideBy(2).round();
    this.show();
  }

  key(event) {
    if (event.target !== this.box || event.ctrlKey || event.metaKey || event.altKey) return;
    if (MOVES[event.key]) this.move(MOVES[event.key], event.shiftKey ? STEP * STRIDE : STEP);
    else if (event.key === "Enter" || event.key === " ") this.choose();
    else if (event.key === "+" || event.key === "=") this.map.zoomIn(1, { animate: false });
    else if (event.key === "-") this.map.zoomOut(1, { animate: false });
    else return;
    event.preventDefault();
  }

  move([right, down], step) {
    this.at ??= this.map.getSize().divideBy(2).round();
    this.at = this.at.add([right * step, down * step]);
    this.follow();
    this.show();
  }

  /** Move the map under a crosshair that would leave it. */
  follow() {
    const { x: width, y: height } = this.map.getSize();
    const inside = L.point(
      Math.min(Math.max(this.at.x, EDGE), width - EDGE),
      Math.min(Math.max(this.at.y, EDGE), height - EDGE),
    );
    if (!inside.equals(this.at)) this.map.panBy(this.at.subtract(inside), { animate: false });
    this.at = inside;
  }

  choose() {
    this.at ??= this.map.getSize().divideBy(2).round();
    this.view.select(this.map.containerPointToLatLng(this.at));
  }

  show() {
    this.cross.hidden = false;
    L.DomUtil.setPosition(this.cross, this.at);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.tell(), PAUSE);
  }

  tell() {
    const cell = this.view.cellAt(this.at);
    this.announcement.textContent = cell ? this.view.namesOf(cell.feature.properties.id) : "No land here";
  }
}
