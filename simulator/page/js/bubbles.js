/** How one message, or an album of several, looks. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { body } from "./kinds.js";
import { rich } from "./rich.js";
import { clock, dayName, dayOf } from "./times.js";
import { both, say } from "./words.js";

/**
 * The list item for `views` (one message, or the members of one album), after `previous`.
 * `find(id)` gives another message for a quote; `waiting` is "row,column" of a button not yet answered.
 */
export function renderBlock(views, previous, { find, waiting }) {
  const [first] = views;
  const last = views.at(-1);
  const item = h("li", { class: `message ${first.from}`, tabindex: -1, dataset: { id: first.id } });
  if (!previous || dayOf(previous.date) !== dayOf(first.date)) item.append(day(first.date));
  if (first.kind === "service") item.append(h("p", { class: "service" }, first.text || say("service")));
  else item.append(bubble(views, find));
  if (last.buttons?.length) item.append(buttons(last, waiting));
  return item;
}

const day = (date) => h("p", { class: "day" }, h("time", {}, dayName(date)));

function bubble(views, find) {
  const [first] = views;
  const spoken = views.find((view) => view.text);
  const who = h("span", { class: "sr" }, `${first.from === "me" ? say("mine") : "帮办"}：`);
  return h("div", { class: `bubble ${views.length > 1 ? "album" : first.kind}` },
    who,
    first.forwarded && h("p", { class: "forwarded" }, both("forwarded")),
    first.reply_to && quote(find(first.reply_to), first.reply_to),
    views.length > 1 ? mosaic(views) : body(first),
    spoken && h("div", { class: "words" }, rich(spoken.html)),
    meta(views));
}

function mosaic(views) {
  const tiles = views.map((view) => h("div", { class: "tile", dataset: { id: view.id } }, body(view)));
  return h("div", { class: "mosaic", dataset: { count: views.length } }, tiles);
}

function quote(view, id) {
  const summary = view ? excerpt(view) : say("gone");
  return h("button", { class: "quote", dataset: { goto: id } },
    h("b", {}, view?.from === "me" ? say("mine") : "帮办"), h("span", {}, summary));
}

/** One line that stands for a message: in quotes, in the reply bar, read aloud. */
export function excerpt(view) {
  const spoken = view.text.replace(/\s+/g, " ").trim();
  const kind = view.kind === "text" ? "" : `〔${say(view.kind)}〕`;
  return (kind + spoken).slice(0, 90);
}

function meta(views) {
  const edited = views.some((view) => view.edited);
  return h("span", { class: "meta" },
    edited && h("span", { class: "edited" }, both("edited")),
    h("time", { datetime: new Date(views[0].date * 1000).toISOString() }, clock(views[0].date)));
}

function buttons(view, waiting) {
  const rows = view.buttons.map((row) => h("div", { class: "row" }, row.map((button) => inline(button, waiting))));
  return h("div", { class: "inline", dataset: { id: view.id } }, rows);
}

function inline({ text, index, url }, waiting) {
  const place = index.join(",");
  const busy = waiting === place;
  return h("button", { class: "tap", dataset: { index: place, ...(url && { url }) }, "aria-busy": busy && "true" },
    h("span", {}, text), url && icon("reply"), busy && h("i", { class: "spinner" }));
}
