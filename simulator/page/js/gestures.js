/** Taps, long presses, right clicks and keys on the messages of a phone. */

import { askLink, openMenu, showFilm, showPicture } from "./menu.js";

const LONG_PRESS = 450;
const SLOP = 10;

/** Sends every tap inside the messages to whom it concerns. */
export function hearTaps(phone) {
  phone.timeline.list.addEventListener("click", (event) => {
    const target = event.target.closest("button, a, .spoiler");
    if (target) tapped(phone, target, event);
  });
}

function tapped(phone, target, event) {
  const { index, url, goto: goTo, view, film } = target.dataset;
  if (index) phone.tap(Number(target.closest(".inline").dataset.id), index, url);
  else if (goTo) phone.timeline.goTo(Number(goTo));
  else if (view) showPicture(view, target.ariaLabel);
  else if (film) showFilm(film, target.ariaLabel);
  else if (target.matches(".command")) phone.deed({ action: "text", text: target.textContent });
  else if (target.matches(".spoiler")) target.classList.add("shown");
  else if (target.matches("a:not([download])")) {
    event.preventDefault();
    phone.follow(target.href);
  }
}

/** Opens the menu of a message on right click, long press, Enter or the menu key. */
export function hearPresses(phone) {
  const { list } = phone.timeline;
  const open = (target, point) => {
    const id = target.closest("[data-id]")?.dataset.id;
    if (id) openMenu(point, choices(phone, phone.timeline.find(Number(id))));
  };
  list.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    const { x, y } = event.clientX ? { x: event.clientX, y: event.clientY } : event.target.getBoundingClientRect();
    open(event.target, { x, y });
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".message")) {
      event.preventDefault();  // or the same key would choose the menu's first entry
      const { x, bottom } = event.target.querySelector(".bubble, .service").getBoundingClientRect();
      open(event.target, { x, y: bottom });
    } else if (event.key === "Enter" && event.target.matches(".spoiler")) event.target.click();
  });
  longPress(list, open);
}

function longPress(list, open) {
  let timer = null;
  let from = null;
  const drop = () => clearTimeout(timer);
  list.addEventListener("pointerdown", (event) => {
    drop();
    if (event.pointerType !== "touch") return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => open(event.target, from), LONG_PRESS);
  });
  list.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (from && Math.hypot(clientX - from.x, clientY - from.y) > SLOP) drop();
  });
  for (const end of ["pointerup", "pointercancel"]) list.addEventListener(end, drop);
}

function choices(phone, view) {
  const { composer } = phone;
  const mine = view.from === "me";
  return [
    { key: "quote", icon: "reply", run: () => composer.replyTo(view) },
    view.text && { key: "copy", icon: "copy", run: () => navigator.clipboard?.writeText(view.text) },
    mine && view.text && { key: "edit", icon: "edit", run: () => composer.editing(view) },
    mine && { key: "delete", icon: "trash", danger: true, run: () => phone.deed({ action: "delete", message_id: view.id }) },
  ].filter(Boolean);
}

/** Goes where a link leads: a deep link to our bot stays in the phone, anything else asks first. */
export function followLink(phone, url) {
  const { hostname, pathname, searchParams } = new URL(url, location.href);
  const telegram = ["t.me", "telegram.me"].includes(hostname);
  const ours = pathname.slice(1).toLowerCase() === phone.bot.username.toLowerCase();
  if (telegram && ours && searchParams.has("start")) return phone.deed({ action: "start", payload: searchParams.get("start") });
  return askLink(url);
}
