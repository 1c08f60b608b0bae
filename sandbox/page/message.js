// Draws one message: photo, words, time, and the buttons under it.

import { element } from "./dom.js";
import { formatted } from "./entities.js";
import { keys } from "./keyboard.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

function picture(message, alone) {
  if (!message.picture) return null;
  const largest = message.photo.at(-1);
  return element("img", {
    src: message.picture,
    alt: message.caption ?? "photo",
    width: largest.width,
    height: largest.height,
    className: alone ? "last" : "",
    style: `aspect-ratio: ${largest.width} / ${largest.height}; height: auto`,
  });
}

function quoted(answered) {
  if (!answered) return null;
  return element("p", { className: "answered" }, answered.text ?? answered.caption ?? "photo");
}

// What is neither words nor a photo is named in brackets; the page need not look like the thing.
const THINGS = ["sticker", "voice", "document", "location", "contact", "new_chat_members", "left_chat_member",
  "migrate_to_chat_id", "migrate_from_chat_id"];

function thing(message) {
  const kind = THINGS.find((name) => message[name] !== undefined);
  return kind ? element("p", { className: "thing" }, `(${kind.replaceAll("_", " ")})`) : null;
}

function sender(message, phone) {
  return phone.group && !message.mine ? element("strong", { className: "sender" }, message.sender) : null;
}

export function drawMessage(message, phone) {
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const sent = clock.format(new Date(message.date * 1000));
  const time = element("span", { className: "time" }, message.edit_date ? `edited ${sent}` : sent);
  const shown = [picture(message, words === ""), ...formatted(words, entities, phone.write)];
  if (message.show_caption_above_media) shown.push(shown.shift());
  const bubble = element("div", { className: "bubble" }, sender(message, phone), quoted(message.reply_to_message), thing(message), ...shown, time);
  const side = message.mine ? "message mine" : "message";
  return element("article", { className: side }, bubble, keys(message, phone));
}
