/** The part of a bubble that its kind decides: picture, voice bar, card. Text and caption are the bubble's own. */

import { disc, lines } from "./controls.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { drawMap } from "./map.js";
import { length, size } from "./times.js";
import { voiceBar } from "./voice.js";
import { both, say } from "./words.js";

/** The element for this message's kind; nothing for plain text. */
export const body = (view) => (BODIES[view.kind] ?? sign)(view);

const BODIES = {
  text: () => null,
  photo: (view) => picture(view, "photo"),
  animation: (view) => (isPicture(view.file) ? picture(view, "animation") : film(view)),
  sticker,
  voice: (view) => voiceBar(view),
  audio: (view) => voiceBar(view, view.file?.name),
  video: film,
  video_note: film,
  document: paper,
  location: place,
  venue: place,
  contact: card,
};

const isPicture = (file) => file?.mime?.startsWith("image/");

function picture({ id, file, text }, key) {
  if (!file) return sign({ kind: key });
  const { url, width, height } = file;
  const name = `${say(key)}${text ? `：${text}` : ""}`;
  return h("button", { class: "picture", dataset: { view: url, id }, "aria-label": name },
    h("img", { src: url, alt: "", width, height, decoding: "async", draggable: "false" }));
}

function sticker({ file, kind }) {
  if (!isPicture(file)) return sign({ kind });
  const image = h("img", { class: "sticker", src: file.url, alt: say("sticker"), width: file.width, height: file.height });
  const instead = h("span", { class: "sticker drawn", role: "img", "aria-label": say("sticker") }, icon("sticker"));
  const drawn = () => image.replaceWith(instead);
  image.addEventListener("load", () => image.naturalWidth <= 1 && drawn());  // the simulator's own is one empty dot
  image.addEventListener("error", drawn);
  return image;
}

function film({ kind, file }) {
  const name = `${say("play")} ${say(kind)}`;
  return h("button", { class: `film ${kind}`, dataset: { film: file?.url ?? "" }, "aria-label": name },
    disc("play"),
    h("span", { class: "label" }, both(kind), file?.duration != null && ` · ${length(file.duration)}`));
}

function paper({ file }) {
  const ending = (file?.name ?? "").split(".").slice(1).pop() ?? "";
  return h("a", { class: "card paper", href: file?.url, download: file?.name ?? "" },
    h("span", { class: "disc" }, ending ? ending.slice(0, 4).toUpperCase() : icon("document")),
    lines(h("b", {}, file?.name ?? say("document")), h("small", {}, file && size(file.size))));
}

function place({ location, kind }) {
  if (!location) return sign({ kind });
  const { lat, lon, title } = location;
  return h("figure", { class: "place" }, drawMap(lat, lon),
    h("figcaption", {}, h("b", {}, title ?? both("location")), h("small", {}, `${lat.toFixed(5)}, ${lon.toFixed(5)}`)));
}

function card({ contact, kind }) {
  if (!contact) return sign({ kind });
  return h("div", { class: "card" }, disc("contact"), lines(h("b", {}, contact.name), h("small", {}, contact.phone)));
}

/** What stands in for a kind that has nothing else to show. */
function sign({ kind }) {
  const drawn = ["poll", "dice", "sticker", "photo", "location", "contact"].includes(kind) ? kind : "document";
  return h("div", { class: "card" }, disc(drawn), lines(h("b", {}, both(kind))));
}
