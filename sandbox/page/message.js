// Draws one message: photo, words, time, and the buttons under it; an album as one grid of photos.

import { element } from "./dom.js";
import { formatted } from "./entities.js";
import { invoiceOf } from "./invoice.js";
import { keys } from "./keyboard.js";

// As the shops of the demo write it, so that a bubble and the words in it do not contradict each other.
const WIB = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Jakarta" });

const clock = (seconds) => WIB.format(new Date(seconds * 1000));

// The messages in their order, those of one album as one.
export function together(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const album = message.media_group_id;
    if (album && last?.[0].media_group_id === album) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

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
const THINGS = ["sticker", "voice", "document", "location", "contact"];

const called = ({ first_name: first, last_name: last }) => [first, last].filter(Boolean).join(" ");

// What happened to the chat itself stands in the middle, without a bubble.
const SERVICES = {
  new_chat_members: (who) => `${who.map(called).join(", ")} joined`,
  left_chat_member: (who) => `${called(who)} left`,
  new_chat_title: (title) => `The group is called ${title} now`,
  migrate_to_chat_id: () => "The group became a supergroup",
  migrate_from_chat_id: () => "This supergroup was a group before",
};

function service(message) {
  const kind = Object.keys(SERVICES).find((name) => message[name] !== undefined);
  return kind ? element("article", { className: "service" }, element("p", {}, SERVICES[kind](message[kind]))) : null;
}

function thing(message) {
  const kind = THINGS.find((name) => message[name] !== undefined);
  return kind ? element("p", { className: "thing" }, `(${kind.replaceAll("_", " ")})`) : null;
}

function sender(message, phone) {
  return phone.group && !message.mine ? element("strong", { className: "sender" }, message.sender) : null;
}

function tile(message) {
  return element("img", { src: message.picture, alt: message.caption ?? "photo" });
}

// Two side by side, three or more in rows of two or three, as large as the bubble allows.
function grid(album) {
  const across = album.length === 2 || album.length === 4 ? 2 : 3;
  const tiles = element("div", { className: "album", role: "group", ariaLabel: `${album.length} photos` }, ...album.map(tile));
  tiles.style.setProperty("--across", across);
  return tiles;
}

export function drawMessages([message, ...others], phone) {
  if (others.length === 0) return drawMessage(message, phone);
  const album = [message, ...others];
  const captioned = album.filter(({ caption }) => caption);
  // Several captions stand each under its own photo and not under the album.
  const said = captioned.length === 1 ? formatted(captioned[0].caption, captioned[0].caption_entities ?? [], phone.write) : [];
  const time = element("span", { className: "time", title: "WIB" }, clock(message.date));
  const shown = message.show_caption_above_media ? [...said, grid(album)] : [grid(album), ...said];
  const bubble = element("div", { className: "bubble" }, sender(message, phone), quoted(message.reply_to_message), ...shown, time);
  return element("article", { className: message.mine ? "message mine" : "message" }, bubble);
}

function drawMessage(message, phone) {
  const told = service(message);
  if (told) return told;
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  const sent = clock(message.date);
  const time = element("span", { className: "time", title: "WIB" }, message.edit_date ? `edited ${sent}` : sent);
  const shown = [picture(message, words === ""), ...formatted(words, entities, phone.write)];
  if (message.show_caption_above_media) shown.push(shown.shift());
  const bubble = element("div", { className: "bubble" }, sender(message, phone), quoted(message.reply_to_message), thing(message), invoiceOf(message), ...shown, time);
  const side = message.mine ? "message mine" : "message";
  return element("article", { className: side }, bubble, keys(message, phone));
}
