// The chats of one phone: the private one, then the groups, with what nobody has read yet.

import { element } from "./dom.js";

const WIB = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Jakarta" });

export class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.read = new Map();
    this.body = element("nav", { className: "chats", ariaLabel: "Chats", hidden: true });
  }

  // What stands in a chat that is open has been read.
  see(group, messages) {
    const last = messages.at(-1)?.message_id ?? 0;
    this.read.set(group, Math.max(last, this.read.get(group) ?? 0));
  }

  count({ group, incoming }) {
    return incoming.filter((id) => id > (this.read.get(group) ?? 0)).length;
  }

  unread(chats, besides) {
    return chats.filter(({ group }) => group !== besides).reduce((sum, chat) => sum + this.count(chat), 0);
  }

  draw(chats, botName) {
    this.body.replaceChildren(...chats.map((chat) => this.row(chat, chat.title || botName)));
  }

  row(chat, title) {
    const count = this.count(chat);
    const badge = count > 0 ? element("span", { className: "badge", ariaLabel: `${count} unread` }, count) : null;
    const face = element("span", { className: "face", ariaHidden: "true" }, [...title][0]);
    const said = element("span", { className: "said" }, element("strong", {}, title), element("small", {}, chat.last.slice(0, 60)));
    const time = element("time", {}, chat.date ? WIB.format(new Date(chat.date * 1000)) : "");
    return element("button", { type: "button", onclick: () => this.phone.enter(chat.group) }, face, said,
      element("span", { className: "end" }, time, badge));
  }
}
