// Draws inline keyboards; a pressed button turns until the bot has answered.

import { element } from "./dom.js";
import { icon } from "./icons.js";

const MARKS = { url: "link", copy_text: "copy" };

function mark(button) {
  const kind = Object.keys(MARKS).find((key) => key in button);
  return kind ? element("span", { className: "mark" }, icon(MARKS[kind])) : null;
}

function key(button, place, message, phone) {
  const waits = phone.waiting.some((press) => press.message_id === message.message_id && press.data === button.callback_data);
  const made = element("button", { type: "button", className: button.style ?? "" }, button.text, mark(button));
  made.classList.toggle("waiting", waits);
  made.ariaBusy = String(waits);
  made.onclick = () => (button.pay ? phone.pay(message, button) : phone.tap(button, place, made));
  return made;
}

export function keys(message, phone) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  const drawn = rows.map((row, line) =>
    element("div", { className: "row" }, ...row.map((button, column) =>
      key(button, { message_id: message.message_id, row: line, column }, message, phone))));
  return element("div", { className: "keys" }, ...drawn);
}
