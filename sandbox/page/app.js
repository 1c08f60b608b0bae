// The page: phones side by side that follow what happens in the sandbox.

import * as api from "./api.js";
import * as clock from "./clock.js";
import "./call-log.js";
import "./people.js";
import "./phone.js";
import "./story.js";
import "./world.js";

const WIDE = 1250;
const bar = document.querySelector("people-bar");
const place = document.querySelector("main");
const state = document.querySelector("#state");
const weather = document.querySelector("#weather");
const log = document.querySelector("call-log").begin();
const world = document.querySelector("world-panel").begin((words) => { weather.textContent = words; });
const stories = document.querySelector("story-player").begin(phoneOf);
const phones = new Map();
// Who was put away on purpose stays away.
const away = new Set();

async function meet() {
  const { bots, people, groups } = await api.everybody();
  if (bots.length === 0) { state.textContent = "no bot has a token here yet"; return; }
  const [bot] = bots;
  for (const [id, phone] of phones) {
    if (people.some((one) => one.id === id)) phone.offer(groups);
    else { phone.remove(); phones.delete(id); }
  }
  const most = innerWidth < WIDE ? 2 : 3;
  for (const person of people) {
    if (phones.size < most && !phones.has(person.id) && !away.has(person.id)) bringOut(bot, person, groups);
  }
  const toggle = (id) => (phones.has(id) ? putAway(id) : bringOut(bot, people.find((one) => one.id === id), groups));
  bar.draw(people, phones, toggle);
  state.textContent = people.length === 0 ? "Add a person to begin" : `@${bot.username}`;
}

function bringOut(bot, person, groups) {
  const phone = document.createElement("chat-phone").begin(bot.id, person, groups, () => putAway(person.id));
  away.delete(person.id);
  phones.set(person.id, phone);
  place.append(phone);
  phone.refresh();
  meet();
}

async function phoneOf(name) {
  const { bots, people, groups } = await api.everybody();
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`${name} is not here.`);
  if (!phones.has(person.id)) bringOut(bots[0], person, groups);
  const phone = phones.get(person.id);
  if (phone.group !== 0 || phone.listed) phone.enter(0);
  return phone;
}

function putAway(id) {
  phones.get(id)?.remove();
  phones.delete(id);
  away.add(id);
  meet();
}

function changed(change) {
  if (change.kind === "call") { log.read(); return; }
  if (change.kind === "world") { world.read(); return; }
  if (change.kind === "clock") { clock.read(); return; }
  if (change.kind === "person" || change.kind === "membership") meet();
  if (change.kind === "person") return;
  for (const phone of phones.values()) {
    if (change.bot === phone.bot && (change.kind === "profile" || phone.concerns(change.chat))) phone.refresh();
  }
}

async function lived(alive) {
  if (!alive) { state.textContent = "the sandbox is away; trying again…"; return; }
  if (world.anew) { location.reload(); return; }
  await meet();
  clock.read();
  world.read();
  stories.read();
  for (const phone of phones.values()) phone.refresh();
}

function onSubmit(selector, act) {
  document.querySelector(selector).addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await act(Object.fromEntries(new FormData(form)));
      form.reset();
    } catch (error) {
      state.textContent = error.message;
    }
  });
}

onSubmit("#join", ({ name, language }) => api.join(name, language));
// Everybody who is here is in a group that is made on the page; the first of them owns it.
onSubmit("#gather", async ({ title }) => {
  const { bots, people } = await api.everybody();
  await api.makeGroup(bots[0]?.id ?? 0, title, people.map(({ id }) => id));
});

document.querySelector("#logger").addEventListener("click", () => log.toggle());
clock.begin((why) => { state.textContent = why; });
api.follow(changed, lived);
