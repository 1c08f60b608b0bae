// <story-player>: plays a story on the phones, step by step, by pressing what people press.

import * as api from "./api.js";
import { element } from "./dom.js";

const PATIENCE_MS = 25_000;
const LOOK_MS = 120;
const PAUSE_MS = 1400;
const NEWEST = 3;

const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });

export class StoryPlayer extends HTMLElement {
  // `phoneOf` brings the phone of a named person out and gives it.
  begin(phoneOf) {
    this.phoneOf = phoneOf;
    this.hidden = true;
    this.chooser = element("div", { className: "stories" });
    this.heading = element("strong");
    this.count = element("small");
    this.words = element("p", { role: "status" });
    this.next = element("button", { type: "button", className: "primary", onclick: () => this.step() }, "Next");
    this.play = element("button", { type: "button", onclick: () => this.run() }, "Play");
    const away = element("button", { type: "button", onclick: () => this.close() }, "Close");
    this.panel = element("div", { className: "playing", hidden: true },
      element("div", { className: "told" }, this.heading, this.count), this.words, element("div", { className: "row" }, this.next, this.play, away));
    this.replaceChildren(this.chooser, this.panel);
    return this;
  }

  // A link whose hash names a story opens it.
  async read() {
    const stories = await api.stories();
    this.stories = stories;
    this.hidden = Object.keys(stories).length === 0;
    this.chooser.replaceChildren(...Object.entries(stories).map(([name, { title }]) =>
      element("a", { href: `#${name}`, onclick: () => this.open(name) }, title)));
    const wanted = location.hash.slice(1);
    if (stories[wanted] && this.name === undefined) this.open(wanted);
  }

  open(name) {
    this.name = name;
    this.story = this.stories[name];
    this.at = 0;
    this.panel.hidden = false;
    this.chooser.hidden = true;
    this.running = false;
    this.heading.textContent = this.story.title;
    this.tell("Press Next for one step, or Play for all of them.");
  }

  close() {
    this.running = false;
    this.name = undefined;
    this.panel.hidden = true;
    this.chooser.hidden = false;
    history.replaceState(null, "", location.pathname);
  }

  tell(words) {
    this.count.textContent = `${this.at} / ${this.story.steps.length}`;
    this.words.textContent = words;
    this.dataset.at = this.at;
    this.next.disabled = this.at === this.story.steps.length;
    this.play.disabled = this.next.disabled;
  }

  async run() {
    this.running = !this.running;
    this.play.textContent = this.running ? "Pause" : "Play";
    while (this.running && this.at < this.story.steps.length) {
      if (!await this.step()) break;
      await sleep(PAUSE_MS);
    }
    this.running = false;
    this.play.textContent = "Play";
  }

  // One step; says whether it went as told. Steps that do not apply are passed over.
  async step() {
    if (this.busy) return false;
    this.busy = true;
    this.next.disabled = true;
    try {
      while (await this.isOut(this.story.steps[this.at])) this.at += 1;
      const step = this.story.steps[this.at];
      if (step) {
        this.at += 1;
        this.tell(step.say || `${step.who} presses ${step.press}`);
        await this.does(step);
      }
      this.tell(this.words.textContent);
      if (this.at === this.story.steps.length) this.tell(`${this.words.textContent} That was the story.`);
      return true;
    } catch (error) {
      // Next tries the same step once more.
      this.at -= 1;
      this.tell(error.message);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async isOut(step) {
    if (!step?.if) return false;
    return !this.shows(await this.phoneOf(step.who), step.if);
  }

  async does(step) {
    if (step.kill) { await api.kill(); return; }
    if (step.at_once) {
      const keys = await Promise.all(step.at_once.map(({ who, press }) => this.key(who, press)));
      for (const key of keys) key.click();
    }
    const phone = step.who ? await this.phoneOf(step.who) : null;
    if (step.start) await this.starts(phone);
    if (step.write) await phone.write(step.write);
    if (step.press) (await this.key(step.who, step.press)).click();
    if (step.pay) await this.pays(phone);
    if (step.kill_after) await api.kill();
    if (step.sees) await this.until(() => this.shows(phone, step.sees), `${step.who} does not see “${step.sees}”.`);
  }

  // Whoever has started before writes the command, as the app's menu does.
  async starts(phone) {
    await this.until(() => phone.querySelector(".composer").children.length > 0, "The phone is not ready.");
    const button = phone.querySelector(".composer .start");
    if (button) button.click();
    else await phone.write("/start");
  }

  async pays(phone) {
    (await this.key(phone.name, "Pay")).click();
    phone.querySelector(".alert:not([hidden]) .primary").click();
  }

  // Only what stands at the end counts: an older message may hold the same words.
  shows(phone, words) {
    const newest = [...phone.talk.body.children].slice(-NEWEST);
    return newest.some(({ innerText }) => innerText.includes(words));
  }

  // The newest button with these words that does not wait for an answer.
  async key(who, label) {
    const phone = await this.phoneOf(who);
    const look = () => [...phone.querySelectorAll(".keys button:not(.waiting)")].reverse().find((key) => key.textContent.includes(label));
    const key = await this.until(look, `${who} sees no button “${label}”.`);
    key.scrollIntoView({ block: "nearest" });
    key.classList.add("pointed");
    await sleep(this.running ? 450 : 150);
    return look() ?? key;
  }

  async until(look, complaint) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error(complaint);
      await sleep(LOOK_MS);
    }
  }
}

customElements.define("story-player", StoryPlayer);
