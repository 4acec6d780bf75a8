/** Makes elements without a framework: h("button", {class, onclick, "aria-label"}, ...children). */

export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  for (const [name, value] of Object.entries(props ?? {})) set(element, name, value);
  element.append(...children.flat(2).filter((child) => child != null && child !== false));
  return element;
}

function set(element, name, value) {
  if (value == null || value === false) return;
  if (typeof value === "function") element.addEventListener(name.slice(2), value);
  else if (name === "dataset") Object.assign(element.dataset, value);
  else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : value);
}

/** SVG elements, which need their own namespace. */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value);
  element.append(...children.flat());
  return element;
}

/** Lets the element's own animations end, then takes it away; at once where motion is unwanted. */
export async function leave(element) {
  element.classList.add("leaving");
  await Promise.allSettled(element.getAnimations().map((animation) => animation.finished));
  element.remove();
}

/** Runs the CSS animation that hangs on a class and has its name. */
export function flash(element, name) {
  element.classList.add(name);
  element.addEventListener("animationend", function ended({ animationName }) {
    if (animationName !== name) return;
    element.classList.remove(name);
    element.removeEventListener("animationend", ended);
  });
}
