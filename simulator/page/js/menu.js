/** Menus and dialogs that float above the phones. The browser closes them on Escape or a tap elsewhere. */

import { disc, lines, round, wide } from "./controls.js";
import { h } from "./dom.js";
import { drawMap, moved } from "./map.js";
import { both, say } from "./words.js";

/**
 * Opens a menu of `items` ({key, icon, run}) at a point, or above an element; keys walk through it.
 * `kind` is "list" or "grid".
 */
export function openMenu(where, items, kind = "list") {
  const back = document.activeElement;
  const entries = items.map((item) => entry(item, () => menu.hidePopover()));
  const menu = h("div", { class: `menu ${kind}`, role: "menu", popover: "auto" }, entries);
  document.body.append(menu);
  menu.addEventListener("keydown", (event) => step(menu, event));
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    if (document.activeElement === document.body || menu.contains(document.activeElement)) back?.focus?.();
    menu.remove();
  });
  menu.showPopover();
  settle(menu, where);
  menu.querySelector("button").focus();
}

function entry({ key, icon: picture, run, danger }, close) {
  const choose = () => { close(); run(); };
  return h("button", { role: "menuitem", class: danger && "danger", dataset: { key }, onclick: choose },
    disc(picture), lines(both(key)));
}

function settle(menu, where) {
  const { width, height } = menu.getBoundingClientRect();
  const box = where.getBoundingClientRect?.();
  const [x, y] = box ? [box.left, box.top - height - 8] : [where.x, where.y];
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
}

function step(menu, event) {
  const steps = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
  if (event.key === "Tab") return menu.hidePopover();
  if (!(event.key in steps)) return;
  event.preventDefault();
  const entries = [...menu.children];
  const next = entries.indexOf(document.activeElement) + steps[event.key];
  entries.at(next % entries.length).focus();
}

/** Shows one thing large, until it is closed. */
export function openDialog(label, ...content) {
  const close = round("close", "close", () => dialog.close(), { class: "round close" });
  const beside = ({ target }) => target === dialog && dialog.close();
  const dialog = h("dialog", { "aria-label": label, onclick: beside }, close, content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export const showPicture = (url, name) => openDialog(name, h("img", { class: "large", src: url, alt: name }));

export const showFilm = (url, name) =>
  openDialog(name, h("video", { class: "large", src: url, controls: true, autoplay: true, muted: true }));

/** Asks before leaving for an address, as Telegram does. */
export function askLink(url) {
  const outside = { href: url, target: "_blank", rel: "noopener noreferrer" };
  const go = h("a", { class: "wide", ...outside, onclick: () => dialog.close() }, both("open"));
  const dialog = openDialog(say("link"), h("h2", {}, both("link")), h("p", { class: "address" }, url), go);
}

const VILLAGE = [34.56213, 104.02731];
const BOARD = [340, 300];
const STEP = 20;

/** Lets one choose a place on a drawn map, by pointer or arrow keys. */
export function pickPlace(choose) {
  let [lat, lon] = VILLAGE;
  const board = h("button", { class: "board", "aria-label": say("pickplace") });
  const go = (dx, dy) => {
    [lat, lon] = moved(lat, lon, dx, dy);
    board.replaceChildren(drawMap(lat, lon, ...BOARD));
  };
  const away = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  board.addEventListener("keydown", (event) => {
    if (!(event.key in away)) return;
    event.preventDefault();
    go(...away[event.key]);
  });
  board.addEventListener("click", ({ offsetX, offsetY, detail }) => {
    const { clientWidth: width, clientHeight: height } = board;
    if (detail) go((offsetX / width - 0.5) * BOARD[0], (offsetY / height - 0.5) * BOARD[1]);  // 0: a key, not a pointer
  });
  go(0, 0);
  const send = wide("sendplace", () => {
    dialog.close();
    choose(lat, lon);
  });
  const dialog = openDialog(say("pickplace"), h("h2", {}, both("pickplace")), board, send);
}
