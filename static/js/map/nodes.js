const SVG = "http://www.w3.org/2000/svg";

/** An element that holds a text, whatever is in it. */
export function textNode(text) {
  const holder = document.createElement("div");
  holder.textContent = text;
  return holder;
}

/** An SVG element with its attributes and what is in it. */
export function svgNode(name, attributes, ...inside) {
  const node = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  node.append(...inside);
  return node;
}

/** An element with its attributes and what is in it; an attribute that is null is left out. */
export function htmlNode(name, attributes, ...inside) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) node.setAttribute(attribute, value);
  }
  node.append(...inside);
  return node;
}
