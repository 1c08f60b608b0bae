// One phone: a person's chat with the bot, drawn anew whenever something in it changed.

import * as api from "./api.js";
import { composerFor } from "./composer.js";
import { element } from "./dom.js";
import { PayForm } from "./invoice.js";
import { drawMessages, together } from "./message.js";

const TOAST_MS = 3500;
// A little longer than a press can be answered.
const PRESS_MS = 61_000;
const ACTIONS = { typing: "typing…", upload_photo: "sending a photo…" };

export class Phone {
  constructor(bot, people, groups, person) {
    this.bot = bot;
    this.person = person;
    this.group = 0;
    this.waiting = [];
    this.unanswered = new Map();
    this.face = element("span", { className: "face", ariaHidden: "true" });
    this.title = element("strong");
    this.state = element("small");
    this.chooser = element("select", { ariaLabel: "Whose phone", onchange: () => this.give(Number(this.chooser.value)) });
    this.place = element("select", { ariaLabel: "Which chat", onchange: () => this.enter(Number(this.place.value)) });
    this.blocker = element("button", { className: "block", type: "button", onclick: () => this.block() });
    this.talk = element("div", { className: "talk", role: "log", ariaLive: "polite", tabIndex: 0 });
    this.composer = element("div", { className: "composer" });
    this.toast = element("div", { className: "toast", role: "status", hidden: true });
    this.alertText = element("p");
    this.alertEnds = element("button", { type: "button", onclick: () => { this.alert.hidden = true; } }, "OK");
    const said = element("div", { role: "alertdialog", ariaLabel: "The bot says" }, this.alertText, this.alertEnds);
    this.alert = element("div", { className: "alert", hidden: true }, said);
    this.form = new PayForm(this);
    const who = element("div", { className: "who" }, this.title, this.state);
    const head = element("header", {}, this.face, who, this.blocker, this.chooser);
    this.rooms = element("label", { className: "rooms" }, element("span", {}, "Chat"), this.place);
    this.body = element("section", { className: "phone" }, head, this.rooms, this.talk, this.composer, this.toast, this.alert, this.form.body);
    this.offer(people, groups);
  }

  offer(people, groups) {
    this.groups = groups;
    const choices = people.map(({ id, name }) => element("option", { value: id, selected: id === this.person }, name));
    this.chooser.replaceChildren(...choices);
    this.name = people.find(({ id }) => id === this.person)?.name ?? "";
    this.offerPlaces();
  }

  // A group that has become a supergroup is another group; who stood in the old one is led out.
  offerPlaces() {
    const mine = this.groups.filter(({ members }) => members.includes(this.person));
    const places = [{ id: 0, title: "Private chat with the bot" }, ...mine];
    if (!places.some(({ id }) => id === this.group)) this.group = 0;
    this.place.replaceChildren(...places.map(({ id, title }) =>
      element("option", { value: id, selected: id === this.group }, title)));
    this.rooms.hidden = mine.length === 0;
  }

  enter(group) {
    this.group = group;
    this.composerState = undefined;
    this.refresh();
  }

  give(person) {
    this.person = person;
    this.group = 0;
    this.offerPlaces();
    this.name = this.chooser.selectedOptions[0]?.textContent ?? "";
    this.composerState = undefined;
    this.unanswered.clear();
    this.refresh();
  }

  // Changes come in bursts; one drawing at a time, and one more if something came meanwhile.
  async refresh() {
    if (this.drawing) { this.stale = true; return; }
    this.drawing = true;
    try {
      do {
        this.stale = false;
        this.draw(await api.chat(this.bot, this.person, this.group));
      } while (this.stale);
    } catch (error) {
      this.say(error.message);
    } finally {
      this.drawing = false;
    }
  }

  draw(chat) {
    if (chat.person.id !== this.person || (chat.group?.id ?? 0) !== this.group) return;
    const atEnd = this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < 80;
    this.waiting = chat.waiting;
    const title = chat.group?.title ?? chat.bot.name;
    this.face.textContent = [...title][0];
    this.title.textContent = title;
    this.state.textContent = chat.action ? ACTIONS[chat.action] ?? "busy…" : `@${chat.bot.username}`;
    this.blocker.textContent = chat.started && !chat.blocked && !chat.group ? "Block" : "";
    this.drawTalk(chat);
    this.drawComposer(chat);
    this.hear(chat);
    this.form.hear(chat.checkouts);
    if (atEnd) this.talk.scrollTop = this.talk.scrollHeight;
  }

  drawTalk(chat) {
    const empty = chat.bot.description || "Nothing has been said yet. Press Start to meet the bot.";
    const drawn = together(chat.messages).map((messages) => drawMessages(messages, this));
    this.talk.replaceChildren(...(drawn.length > 0 ? drawn : [element("p", { className: "empty" }, empty)]));
  }

  // Drawn only when it would look different, so that nobody loses what is being typed.
  drawComposer(chat) {
    const looks = JSON.stringify([chat.person.id, this.group, chat.started, chat.blocked, chat.commands, chat.reply_keyboard]);
    if (looks === this.composerState) return;
    this.composerState = looks;
    this.composer.replaceChildren(...composerFor(chat, this).filter(Boolean));
  }

  async does(act) {
    this.talk.scrollTop = this.talk.scrollHeight;
    try {
      return await act();
    } catch (error) {
      this.say(error.message);
      return null;
    }
  }

  start = (payload) => this.does(() => api.start(this.bot, this.person, typeof payload === "string" ? payload : ""));
  write = (text) => {
    this.composer.querySelector(".menu")?.setAttribute("hidden", "");
    return this.does(() => api.write(this.bot, this.person, this.group, text));
  };
  sendPhoto = (file, caption) => this.does(() => api.sendPhoto(this.bot, this.person, this.group, file, caption));
  shareContact = () => this.does(() => api.shareContact(this.bot, this.person));
  block = () => this.does(() => api.block(this.bot, this.person, true));

  pay(message, button) {
    if (button.text === "Receipt") { this.say("It is paid."); return; }
    this.form.open(message);
  }

  async tap(button, place, drawn) {
    if (button.copy_text) { await this.copy(button.copy_text.text); return; }
    if (button.url) { this.open(button.url); return; }
    drawn.classList.add("waiting");
    const pressed = await this.does(() => api.press(this.bot, this.person, this.group, place));
    if (pressed === null) { drawn.classList.remove("waiting"); return; }
    this.unanswered.set(pressed.press, Date.now());
    this.refresh();
    setTimeout(() => this.refresh(), PRESS_MS);
  }

  // Shows what the bot answered to the presses of this phone, and which it never answered.
  hear({ answers, waiting }) {
    for (const answer of answers) {
      if (!this.unanswered.delete(answer.id)) continue;
      if (answer.url) this.open(answer.url);
      if (answer.text) this.tell(answer);
    }
    for (const [press, since] of this.unanswered) {
      // What is drawn now may have been asked for before the press was made.
      if (waiting.some(({ id }) => id === press) || Date.now() - since < PRESS_MS) continue;
      this.unanswered.delete(press);
      this.say("The bot did not answer in time.");
    }
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.say(`Copied: ${text}`);
    } catch {
      this.say(text);
    }
  }

  // A link to the bot itself starts it on this phone; every other link opens in a new tab.
  open(address) {
    const payload = address.match(/^https:\/\/t\.me\/\w+\?start=([\w-]{0,64})$/)?.[1];
    if (payload !== undefined) { this.enter(0); this.start(payload); return; }
    const token = address.match(/^https:\/\/t\.me\/\w+\?startgroup=([\w-]{0,64})$/)?.[1];
    if (token !== undefined) { this.addTo(token); return; }
    window.open(address, "_blank", "noopener");
  }

  // The page has no chat chooser of its own: a link into a group means the first one there is.
  addTo(payload) {
    const group = this.groups.find(({ members }) => members.includes(this.person));
    if (!group) { this.say("You are in no group yet."); return; }
    this.enter(group.id);
    this.does(() => api.addBot(this.bot, this.person, group.id, payload));
  }

  tell({ text, alert }) {
    if (!alert) { this.say(text); return; }
    this.alertText.textContent = text;
    this.alert.hidden = false;
    this.alertEnds.focus();
  }

  say(text) {
    clearTimeout(this.toastEnds);
    this.toast.textContent = text;
    this.toast.hidden = false;
    this.toastEnds = setTimeout(() => { this.toast.hidden = true; }, TOAST_MS);
  }
}
