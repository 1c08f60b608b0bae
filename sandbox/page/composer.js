// What stands under a chat: Start, or a line to type in, a photo to choose, and the bot's commands.

import { element } from "./dom.js";
import { icon } from "./icons.js";
import { names, sample } from "./samples.js";

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

function line(phone, asked) {
  const box = element("textarea", { rows: 1, placeholder: asked?.placeholder || "Message", ariaLabel: `Message from ${phone.name}` });
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
  return element("label", {}, "From this device", file);
}

// A photo from the disk, or one that is drawn here.
function photoMenu(phone, box) {
  const send = async (name) => {
    await phone.sendPhoto(await sample(name), box.value.trim());
    box.value = "";
    menu.hidden = true;
  };
  const samples = names.map((name) => element("button", { type: "button", onclick: () => send(name) }, name));
  const menu = element("div", { className: "menu photos", hidden: true }, photoChooser(phone, box), ...samples);
  return menu;
}

function replyBanner(asked) {
  if (!asked) return null;
  return element("p", { className: "replying" }, "Reply to: ", asked.text.split("\n")[0].slice(0, 60));
}

function toggler(label, name, shown, others) {
  const toggle = () => {
    for (const other of others()) if (other !== shown) other.hidden = true;
    shown.hidden = !shown.hidden;
  };
  return element("button", { type: "button", className: "round", title: label, ariaLabel: label, onclick: toggle }, icon(name));
}

function openComposer(chat, phone) {
  const box = line(phone, chat.asked);
  const commands = menu(chat.commands, phone);
  const photos = photoMenu(phone, box);
  const menus = () => [commands, photos];
  const toggle = toggler("Commands", "menu", commands, menus);
  toggle.hidden = chat.commands.length === 0;
  const form = element("form", {}, toggle, toggler("Send a photo", "photo", photos, menus), box,
    element("button", { className: "round", ariaLabel: "Send" }, icon("send")));
  form.onsubmit = (event) => {
    event.preventDefault();
    if (box.value.trim() !== "") phone.write(box.value);
    box.value = "";
  };
  return [replyKeys(chat.reply_keyboard, phone), replyBanner(chat.asked), commands, photos, form];
}

export function composerFor(chat, phone) {
  const open = chat.started && !chat.blocked;
  return open ? openComposer(chat, phone) : [startButton(chat, phone)];
}
