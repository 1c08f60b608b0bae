// The clock of the sandbox: shown as its people read it, and moved ahead by a button.

import * as api from "./api.js";

const WIB = new Intl.DateTimeFormat("en-GB", {
  weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Jakarta",
});
const place = document.querySelector("#clock");
const time = place.querySelector("time");
const due = place.querySelector("#due");
let ahead = 0;

function show() {
  const now = new Date(Date.now() + ahead);
  time.dateTime = now.toISOString();
  time.textContent = `${WIB.format(now)} WIB`;
}

function set({ now, movable }) {
  ahead = now * 1000 - Date.now();
  for (const button of place.querySelectorAll("button")) button.hidden = !movable;
  place.hidden = false;
  show();
}

export const read = async () => set(await api.clock());

// `failed` is told why the clock does not move.
export function begin(failed) {
  for (const button of place.querySelectorAll("button[value]")) {
    button.addEventListener("click", async () => {
      try {
        set(await api.moveClock(Number(button.value)));
      } catch (error) {
        failed(error.message);
      }
    });
  }
  due.addEventListener("click", async () => {
    try {
      const { next_deadline: next } = await api.world();
      const wait = next === null ? 0 : Math.ceil(next - (Date.now() + ahead) / 1000) + 1;
      if (next === null) failed("Nothing is due.");
      else set(await api.moveClock(Math.max(1, wait)));
    } catch (error) {
      failed(error.message);
    }
  });
  setInterval(show, 1000);
}
