/** Rich text of a message: the server's HTML, rebuilt from a short list of harmless elements. */

import { h } from "./dom.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "BR", "BLOCKQUOTE"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const COMMAND = /(?<=^|\s)\/[a-z][a-z0-9_]{0,31}\b/g;

/** A fragment that holds text, the elements Telegram knows, and nothing else. */
export function rich(html) {
  const source = document.createElement("template");
  source.innerHTML = html;
  const target = document.createDocumentFragment();
  target.append(...copies(source.content, false));
  return target;
}

const copies = (node, literal) => [...node.childNodes].flatMap((child) => copy(child, literal));

function copy(node, literal) {
  if (node.nodeType === Node.TEXT_NODE) return literal ? [node.data] : withCommands(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  const inside = copies(node, literal || ["A", "CODE", "PRE"].includes(node.tagName));
  const element = emptyCopy(node);
  if (!element) return inside;
  element.append(...inside);
  return [element];
}

function emptyCopy(node) {
  if (PLAIN.has(node.tagName)) return h(node.tagName.toLowerCase());
  if (node.tagName === "A" && SAFE_LINK.test(node.getAttribute("href") ?? "")) {
    return h("a", { href: node.getAttribute("href"), rel: "noopener noreferrer" });
  }
  if (node.tagName === "TG-SPOILER" || node.matches(".spoiler, .tg-spoiler")) {
    return h("span", { class: "spoiler", role: "button", tabindex: 0 });
  }
  return null;
}

function withCommands(text) {
  const parts = [];
  let end = 0;
  for (const { 0: command, index } of text.matchAll(COMMAND)) {
    parts.push(text.slice(end, index), h("button", { class: "command" }, command));
    end = index + command.length;
  }
  return [...parts, text.slice(end)];
}
