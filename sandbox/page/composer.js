// What stands under a chat: Start, or a line to type in, a photo to choose, and the bot's commands.

import { element } from "./dom.js";
import { icon } from "./icons.js";

function startButton(chat, phone) {
  const label = chat.blocked ? "Unblock and restart" : "Start";
  return element("button", { className: "start", type: "button", onclick: phone.start }, label);
}

function menu(commands, phone) {
  const lines = commands.map(({ command, description }) =>
    element("button", { type: "button", onclick: () => phone.write(`/${command}`) },
      `/${command}`, element("small", {}, description)));
  return element("div", { className: "menu", hidden: true }, ...lines);
}

function replyKeys(rows, phone) {
  if (rows.length === 0) return null;
  const drawn = rows.map((row) =>
    element("div", {}, ...row.map(({ text, request_contact: contact }) =>
      element("button", { type: "button", onclick: () => contact ? phone.shareContact() : phone.write(text) }, text))));
  return element("div", { className: "reply-keys" }, ...drawn);
}

function line(phone) {
  const box = element("textarea", { rows: 1, placeholder: "Message", ariaLabel: `Message from ${phone.name}` });
  box.onkeydown = (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    box.form.requestSubmit();
  };
  return box;
}

function photoChooser(phone, box) {
  const file = element("input", { type: "file", accept: "image/*", ariaLabel: "Send a photo" });
  file.onchange = () => {
    if (file.files.length > 0) phone.sendPhoto(file.files[0], box.value.trim());
    file.value = "";
    box.value = "";
  };
  return element("label", { title: "Send a photo" }, icon("photo"), file);
}

function openComposer(chat, phone) {
  const box = line(phone);
  const commands = menu(chat.commands, phone);
  const toggle = element("button", {
    type: "button", className: "round", title: "Commands", ariaLabel: "Commands",
    hidden: chat.commands.length === 0, onclick: () => { commands.hidden = !commands.hidden; },
  }, icon("menu"));
  const form = element("form", {}, toggle, photoChooser(phone, box), box,
    element("button", { className: "round", ariaLabel: "Send" }, icon("send")));
  form.onsubmit = (event) => {
    event.preventDefault();
    if (box.value.trim() !== "") phone.write(box.value);
    box.value = "";
  };
  return [replyKeys(chat.reply_keyboard, phone), commands, form];
}

export function composerFor(chat, phone) {
  const open = chat.started && !chat.blocked;
  return open ? openComposer(chat, phone) : [startButton(chat, phone)];
}
