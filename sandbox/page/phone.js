// <chat-phone>: one person's chats with the bot; what has changed is drawn, what has not stays.

import * as api from "./api.js";
import { composerFor } from "./composer.js";
import { ChatList } from "./chat-list.js";
import { element } from "./dom.js";
import { save } from "./export.js";
import { icon } from "./icons.js";
import { PayForm } from "./invoice.js";
import { Talk } from "./talk.js";

const TOAST_MS = 3500;
// A little longer than a press can be answered.
const PRESS_MS = 61_000;
const ACTIONS = { typing: "typing…", upload_photo: "sending a photo…" };

export class ChatPhone extends HTMLElement {
  // The person is one of the sandbox's; `hide` is called when the phone is put away.
  begin(bot, person, groups, hide) {
    this.bot = bot;
    this.person = person.id;
    this.name = person.name;
    this.groups = groups;
    this.group = 0;
    this.listed = false;
    this.unanswered = new Map();
    this.className = "phone";
    this.setAttribute("role", "region");
    this.ariaLabel = `Phone of ${person.name}`;
    this.build(person, hide);
    return this;
  }

  build(person, hide) {
    this.back = element("button", { className: "back", type: "button", title: "Chats", ariaLabel: "Chats", onclick: () => this.list() }, icon("back"));
    this.badge = element("span", { className: "badge", hidden: true });
    this.back.append(this.badge);
    this.face = element("span", { className: "face", ariaHidden: "true" });
    this.chatName = element("strong");
    this.state = element("small");
    this.blocker = element("button", { className: "block", type: "button", onclick: () => this.block() });
    const away = element("button", { className: "away", type: "button", title: "Put away", ariaLabel: `Put the phone of ${person.name} away`, onclick: hide }, icon("close"));
    const savers = ["txt", "json"].map((kind) => element("button", {
      className: "saver", type: "button", title: `Save this chat as ${kind}`, onclick: () => save(this.chat, kind),
    }, kind));
    const owner = element("div", { className: "owner" },
      element("span", {}, person.name, element("small", {}, person.language_code)), element("span", {}, ...savers), away);
    const who = element("div", { className: "who" }, this.chatName, this.state);
    const head = element("header", {}, this.back, this.face, who, this.blocker);
    this.chats = new ChatList(this);
    this.talk = new Talk(this);
    this.composer = element("div", { className: "composer" });
    this.toast = element("div", { className: "toast", role: "status", hidden: true });
    this.alertText = element("p");
    this.alertEnds = element("button", { type: "button", onclick: () => { this.alert.hidden = true; } }, "OK");
    const said = element("div", { role: "alertdialog", ariaLabel: "The bot says" }, this.alertText, this.alertEnds);
    this.alert = element("div", { className: "alert", hidden: true }, said);
    this.form = new PayForm(this);
    this.replaceChildren(owner, head, this.chats.body, this.talk.body, this.composer, this.toast, this.alert, this.form.body);
  }

  // A group that has become a supergroup is another group; who stood in the old one is led out.
  offer(groups) {
    this.groups = groups;
    const mine = groups.filter(({ members }) => members.includes(this.person));
    if (this.group !== 0 && !mine.some(({ id }) => id === this.group)) this.enter(0);
  }

  concerns(chat) {
    return chat === this.person || this.groups.some(({ id, members }) => id === chat && members.includes(this.person));
  }

  list() {
    this.listed = true;
    this.refresh();
  }

  enter(group) {
    this.group = group;
    this.listed = false;
    this.composerState = undefined;
    this.talk.forget();
    this.refresh();
  }

  // Changes come in bursts; one drawing at a time, and one more if something came meanwhile.
  async refresh() {
    if (this.drawing) { this.stale = true; return; }
    this.drawing = true;
    try {
      do {
        this.stale = false;
        const [chats, chat] = await Promise.all([
          api.chats(this.bot, this.person), api.chat(this.bot, this.person, this.group)]);
        this.draw(chats, chat);
      } while (this.stale);
    } catch (error) {
      this.say(error.message);
    } finally {
      this.drawing = false;
    }
  }

  draw(chats, chat) {
    if ((chat.group?.id ?? 0) !== this.group) return;
    this.chat = chat;
    const title = chat.group?.title ?? chat.bot.name;
    if (!this.listed) this.chats.see(this.group, chat.messages);
    this.chats.draw(chats, chat.bot.name);
    this.showPart(chats);
    this.face.textContent = [...title][0];
    this.chatName.textContent = this.listed ? "Chats" : title;
    this.state.textContent = chat.action ? ACTIONS[chat.action] ?? "busy…" : `@${chat.bot.username}`;
    this.blocker.textContent = chat.started && !chat.blocked && !chat.group ? "Block" : "";
    if (!this.listed) this.talk.draw(chat);
    this.drawComposer(chat);
    this.hear(chat);
    this.form.hear(chat.checkouts);
  }

  showPart(chats) {
    const others = this.chats.unread(chats, this.group);
    this.badge.textContent = others || "";
    this.badge.hidden = others === 0;
    this.back.hidden = this.listed || chats.length < 2;
    for (const part of [this.talk.body, this.composer, this.face, this.state, this.blocker]) part.hidden = this.listed;
    this.chats.body.hidden = !this.listed;
  }

  // Drawn only when it would look different, so that nobody loses what is being typed.
  drawComposer(chat) {
    const looks = JSON.stringify([this.group, chat.started, chat.blocked, chat.commands, chat.reply_keyboard, chat.asked]);
    if (looks === this.composerState) return;
    this.composerState = looks;
    this.composer.replaceChildren(...composerFor(chat, this).filter(Boolean));
    if (chat.asked) this.composer.querySelector("textarea")?.focus({ preventScroll: true });
  }

  async does(act) {
    this.talk.toEnd();
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

customElements.define("chat-phone", ChatPhone);
