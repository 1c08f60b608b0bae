// Draws a text with its entities; offsets count UTF-16 units, as JavaScript strings do.

import { element } from "./dom.js";

const PLAIN = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre" };

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

function linked(address, children) {
  if (!/^(https?|mailto|tel):/i.test(address)) return element("span", {}, ...children);
  const link = element("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
  link.append(...children);
  return link;
}

function wrapped(entity, said, children, write) {
  const name = PLAIN[entity.type];
  if (name) return element(name, {}, ...children);
  switch (entity.type) {
    case "text_link": return linked(entity.url, children);
    case "url": return linked(said, children);
    case "email": return linked(`mailto:${said}`, children);
    case "bot_command":
      return element("button", { className: "command", type: "button", onclick: () => write(said) }, ...children);
    case "spoiler":
      return element("span", { className: "spoiler", onclick: (event) => event.currentTarget.classList.add("open") }, ...children);
    case "blockquote": return element("blockquote", {}, ...children);
    case "expandable_blockquote":
      return element("blockquote", { className: "folded", onclick: (event) => event.currentTarget.classList.toggle("folded") }, ...children);
    default: return element("span", {}, ...children);
  }
}

// The nodes of text[from, to) given the entities that lie in it, outermost first.
function nodes(text, entities, from, to, write) {
  const made = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (entity.offset > at) made.push(text.slice(at, entity.offset));
    const inside = nodes(text, entities.slice(index + 1, next), entity.offset, end, write);
    made.push(wrapped(entity, text.slice(entity.offset, end), inside, write));
    at = end;
    // A block begins a new line by itself, so the line break after it would show twice.
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < to) at += 1;
    index = next;
  }
  if (at < to) made.push(text.slice(at, to));
  return made;
}

export const formatted = (text, entities = [], write = () => {}) => nodes(text, entities, 0, text.length, write);
