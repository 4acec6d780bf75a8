/** The few pieces that everything on the page is made of. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { both, say } from "./words.js";

/** A round button with a picture, named by `key`. */
export const round = (key, picture, run, more) =>
  h("button", { class: "round quiet", "aria-label": say(key), title: say(key), onclick: run, ...more }, icon(picture));

/** A large button with words. */
export const wide = (key, run) => h("button", { class: "wide", onclick: run }, both(key));

/** Lines of text beside a picture. */
export const lines = (...children) => h("span", { class: "lines" }, children);

/** A picture on a coloured disc. */
export const disc = (picture) => h("span", { class: "disc" }, icon(picture));

/** The mark of the house: one or two characters cut into red. */
export const seal = (characters, kind = "seal") =>
  h("span", { class: kind, "aria-hidden": "true" }, [...characters].map((character) => h("i", {}, character)));
