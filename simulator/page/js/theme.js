/** Light, dark, or as the machine has it; remembered in this browser. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { say } from "./words.js";

const ORDER = ["auto", "light", "dark"];
const PICTURES = { auto: "auto", light: "sun", dark: "moon" };

export function themeButton() {
  const next = () => wear(ORDER[(ORDER.indexOf(worn()) + 1) % ORDER.length]);
  const button = h("button", { class: "round quiet", onclick: next });
  const wear = (theme) => {
    localStorage.setItem("theme", theme);
    document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(PICTURES[theme]));
    button.setAttribute("aria-label", `${say("theme")}: ${theme}`);
    button.title = button.ariaLabel;
  };
  const worn = () => localStorage.getItem("theme") ?? "auto";
  wear(worn());
  return button;
}
