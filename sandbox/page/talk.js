// The messages of the open chat: each is drawn once, and again in its place when it was edited.

import { element } from "./dom.js";
import { drawMessages, together } from "./message.js";

const NEAR = 80;

export class Talk {
  constructor(phone) {
    this.phone = phone;
    this.drawn = new Map();
    this.body = element("div", { className: "talk", role: "log", ariaLive: "polite", tabIndex: 0 });
    this.empty = element("p", { className: "empty" });
    this.atEnd = true;
    this.body.addEventListener("scroll", () => { this.atEnd = this.isAtEnd(); });
    // A phone becomes smaller when another one comes; what was said last stays in sight.
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.body);
  }

  forget() {
    this.drawn.clear();
    this.body.replaceChildren();
  }

  isAtEnd() { return this.body.scrollHeight - this.body.scrollTop - this.body.clientHeight < NEAR; }

  toEnd() { this.body.scrollTop = this.body.scrollHeight; }

  draw(chat) {
    const { body } = this;
    const first = this.drawn.size === 0;
    const atEnd = first || this.isAtEnd();
    const groups = together(chat.messages);
    const kept = new Map();
    for (const messages of groups) {
      const number = messages[0].message_id;
      const waiting = chat.waiting.filter(({ message_id: at }) => messages.some(({ message_id: id }) => id === at));
      const looks = JSON.stringify([messages, waiting]);
      kept.set(number, this.one(number, looks, messages, { ...this.seen(chat), waiting }, first));
    }
    for (const [number, { node }] of this.drawn) if (!kept.has(number)) node.remove();
    this.place([...kept.values()].map(({ node }) => node));
    this.drawn = kept;
    this.empty.textContent = chat.bot.description || "Nothing has been said yet. Press Start to meet the bot.";
    if (groups.length === 0) body.replaceChildren(this.empty);
    else this.empty.remove();
    if (atEnd) this.toEnd();
    this.atEnd = this.isAtEnd();
  }

  seen(chat) {
    const { phone } = this;
    return { group: chat.group, write: phone.write, tap: (...how) => phone.tap(...how), pay: (...how) => phone.pay(...how) };
  }

  one(number, looks, messages, seen, first) {
    const before = this.drawn.get(number);
    if (before?.looks === looks) return before;
    const node = drawMessages(messages, seen);
    if (before) {
      const said = JSON.stringify(messages);
      if (before.said !== said) node.classList.add("changed");
      before.node.replaceWith(node);
    } else if (!first) node.classList.add("new");
    return { looks, said: JSON.stringify(messages), node };
  }

  // Nodes that stand where they should are not touched.
  place(nodes) {
    let next = this.body.firstChild;
    for (const node of nodes) {
      if (node === next) next = next.nextSibling;
      else this.body.insertBefore(node, next);
    }
  }
}
