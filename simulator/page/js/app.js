/** Puts the page together: people in a row, a phone for each, one line to the server. */

import { listen, readPeople } from "./api.js";
import { Hints } from "./hints.js";
import { Phone } from "./phone.js";
import { Rail } from "./rail.js";
import { themeButton } from "./theme.js";
import { both } from "./words.js";

const village = document.getElementById("village");
const link = document.getElementById("link");
const phones = new Map();
const rail = new Rail(document.getElementById("rail"), (id) => choose(id, true));
const hints = new Hints(document.getElementById("hints"), take);
let current = null;

const sight = new IntersectionObserver((entries) => {
  for (const { target, intersectionRatio } of entries) {
    phones.get(Number(target.dataset.user))?.setInView(intersectionRatio >= 0.5);
  }
}, { threshold: [0, 0.5, 1] });

/** Makes this person's phone the one at hand; `go` also brings it into view. */
function choose(id, go = false) {
  current = id;
  for (const [user, phone] of phones) phone.element.classList.toggle("current", user === id);
  rail.select(id);
  hints.suit(phones.get(id).person);
  if (go) phones.get(id).element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
}

function take({ text, action }) {
  const phone = phones.get(current);
  phone.element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "nearest" });
  if (matchMedia("(max-width: 719px)").matches) hints.show(false);
  if (text) phone.composer.fill(text);
  else phone.deed(action);
}

function settle({ people, bot }) {
  sight.disconnect();
  phones.clear();
  for (const person of people) {
    const phone = new Phone(person, bot, ({ unread }) => rail.setUnread(person.id, unread));
    const touched = () => current !== person.id && choose(person.id);
    for (const touch of ["focusin", "pointerdown"]) phone.element.addEventListener(touch, touched);
    phones.set(person.id, phone);
  }
  rail.fill(people);
  village.replaceChildren(...[...phones.values()].map((phone) => phone.element));
  phones.forEach((phone) => sight.observe(phone.element));
  if (people.length) choose(phones.has(current) ? current : people[0].id);
}

/** Only a village with other people in it is built anew: a reconnection keeps drafts, places and the choice of phone. */
async function opened() {
  const news = await readPeople();
  const known = JSON.stringify([...phones.values()].map(({ person, bot }) => [{ ...person, blocked: 0 }, bot]));
  const told = JSON.stringify(news.people.map((person) => [{ ...person, blocked: 0 }, news.bot]));
  if (known !== told || !phones.size) settle(news);
  await Promise.all([...phones.values()].map((phone) => phone.load()));
  connected("online");
}

function connected(state) {
  link.dataset.state = state;
  link.lastElementChild.replaceChildren(...both(state));
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") phones.forEach((phone) => phone.setInView(phone.inView));
});
document.getElementById("tools").append(hints.button, themeButton());
connected("connecting");
await hints.load();
listen({
  opened,
  lost: () => connected("lost"),
  heard: (event) => phones.get(event.user_id)?.apply(event),
});
