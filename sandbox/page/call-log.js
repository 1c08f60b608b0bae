// <call-log>: every call of the bot, the newest first, with what it gave and what it was told.

import * as api from "./api.js";
import { element } from "./dom.js";

const KEPT = 500;
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: "Asia/Jakarta" });

function line({ number, at, method, code, description, parameters, files }) {
  const mark = element("span", { className: code === 200 ? "fine" : "wrong" }, code);
  const to = parameters.chat_id ? ` → ${parameters.chat_id}` : "";
  const head = element("summary", {}, mark, element("b", {}, method), element("span", {}, to), element("time", {}, TIME.format(new Date(at))));
  const told = { ...parameters, ...(files.length > 0 ? { files } : {}), ...(description ? { answer: description } : {}) };
  const made = element("details", {}, head);
  made.dataset.words = `${number} ${method} ${code} ${JSON.stringify(told)}`.toLowerCase();
  // Written out when it is opened: most never are.
  made.addEventListener("toggle", () => {
    if (made.open && made.children.length === 1) made.append(element("pre", {}, JSON.stringify(told, null, 2)));
  });
  return made;
}

export class CallLog extends HTMLElement {
  begin() {
    this.last = 0;
    this.filter = element("input", { type: "search", placeholder: "Filter: method, code, words", ariaLabel: "Filter the calls", oninput: () => this.sift() });
    this.lines = element("div", { className: "lines", role: "log" });
    this.replaceChildren(element("header", {}, element("h2", {}, "Bot API calls"), this.filter), this.lines);
    return this;
  }

  // Nothing is asked for while nobody looks.
  async read() {
    if (this.hidden || this.reading) { this.missed = !this.hidden; return; }
    this.reading = true;
    try {
      const calls = await api.journal(this.last);
      this.last = calls.at(-1)?.number ?? this.last;
      const made = calls.map(line).reverse();
      this.lines.prepend(...made);
      while (this.lines.children.length > KEPT) this.lines.lastChild.remove();
      this.sift(made);
    } finally {
      this.reading = false;
    }
    if (this.missed) { this.missed = false; this.read(); }
  }

  sift(lines = [...this.lines.children]) {
    const wanted = this.filter.value.trim().toLowerCase();
    for (const one of lines) one.hidden = !one.dataset.words.includes(wanted);
  }

  toggle() {
    this.hidden = !this.hidden;
    this.read();
  }
}

customElements.define("call-log", CallLog);
