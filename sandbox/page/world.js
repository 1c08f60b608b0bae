// <world-panel>: what happens between the bot and Telegram, and to the bot itself.

import * as api from "./api.js";
import { element } from "./dom.js";

const FAULTS = {
  down: ["Telegram is down", "No call gets through until it is switched off"],
  too_many: ["Too many requests", "Every other message is refused for a second"],
  lost: ["Answers are lost", "Messages arrive, and the bot is not told so"],
  twice: ["Updates come twice", "Whatever people do is delivered once more"],
};

export class WorldPanel extends HTMLElement {
  begin(say) {
    this.say = say;
    this.switches = Object.fromEntries(Object.entries(FAULTS).map(([name, [label, title]]) => [name, this.makeSwitch(name, label, title)]));
    this.killer = element("button", {
      type: "button", className: "danger", title: "The process is ended without a warning, and started again", onclick: () => this.does(() => api.kill(), "The bot was killed; it is started again."),
    }, "Kill the bot");
    this.resetter = element("button", { type: "button", className: "danger", title: "Empty chats, full shops, nobody has met the bot", onclick: () => this.beginAnew() }, "Begin anew");
    this.replaceChildren(this.killer, this.resetter, ...Object.values(this.switches).map(({ parentElement }) => parentElement));
    return this;
  }

  makeSwitch(name, label, title) {
    const box = element("input", { type: "checkbox", onchange: () => this.does(() => api.fault(name, box.checked)) });
    element("label", { title, className: "switch" }, box, label);
    return box;
  }

  // The sandbox goes away and comes back; app.js loads the page again then.
  async beginAnew() {
    if (!window.confirm("Every chat and order here is forgotten, and the demo begins anew. Go on?")) return;
    this.anew = true;
    await this.does(() => api.reset(), "Everything begins anew; this takes a few seconds.");
  }

  async does(act, said) {
    try {
      this.show(await act());
      if (said) this.say(said);
    } catch (error) {
      this.say(error.message);
    }
  }

  show({ faults, can_kill: canKill, can_reset: canReset }) {
    this.killer.hidden = !canKill;
    this.resetter.hidden = !canReset;
    for (const [name, on] of Object.entries(faults)) if (this.switches[name]) this.switches[name].checked = on;
    const wrong = Object.keys(faults).filter((name) => faults[name]).map((name) => FAULTS[name][0]);
    this.say(wrong.length > 0 ? `${wrong.join(", ")}!` : "");
  }

  read = () => this.does(() => api.world());
}

customElements.define("world-panel", WorldPanel);
