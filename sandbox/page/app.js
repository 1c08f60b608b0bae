// The page: two phones side by side that follow what happens in the sandbox.

import * as api from "./api.js";
import * as clock from "./clock.js";
import { Phone } from "./phone.js";

const PHONES = 2;
const phones = [];
const place = document.querySelector("#phones");
const state = document.querySelector("#state");

async function meet() {
  const { bots, people, groups } = await api.everybody();
  if (bots.length === 0) { state.textContent = "no bot has a token here yet"; return; }
  for (const phone of phones) phone.offer(people, groups);
  const free = people.filter(({ id }) => phones.every((phone) => phone.person !== id));
  while (phones.length < PHONES && free.length > 0) {
    const phone = new Phone(bots[0].id, people, groups, free.shift().id);
    phones.push(phone);
    place.append(phone.body);
    phone.refresh();
  }
  state.textContent = people.length === 0 ? "Add a person to begin" : `@${bots[0].username}`;
}

function changed(change) {
  if (change.kind === "call") return;
  if (change.kind === "clock") { clock.read(); return; }
  if (change.kind === "person" || change.kind === "membership") meet();
  if (change.kind === "person") return;
  for (const phone of phones) {
    const mine = change.kind === "profile" || change.chat === (phone.group || phone.person);
    if (mine && change.bot === phone.bot) phone.refresh();
  }
}

async function lived(alive) {
  if (!alive) { state.textContent = "the sandbox is away; trying again…"; return; }
  await meet();
  clock.read();
  for (const phone of phones) phone.refresh();
}

document.querySelector("#join").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const { name, language } = Object.fromEntries(new FormData(form));
  try {
    await api.join(name, language);
    form.reset();
  } catch (error) {
    state.textContent = error.message;
  }
});

// Everybody who is here is in a group that is made on the page; the first of them owns it.
document.querySelector("#gather").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const { bots, people } = await api.everybody();
  try {
    await api.makeGroup(bots[0]?.id ?? 0, new FormData(form).get("title"), people.map(({ id }) => id));
    form.reset();
  } catch (error) {
    state.textContent = error.message;
  }
});

clock.begin((why) => { state.textContent = why; });
api.follow(changed, lived);
