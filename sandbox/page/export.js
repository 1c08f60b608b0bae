// A chat as a file: as people read it, or as it is.

const stamp = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");

function asText({ messages }) {
  return messages.map((message) => {
    const words = message.text ?? message.caption ?? "";
    const keys = (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => `[ ${text} ]`).join(" "));
    const photo = message.photo ? "(photo) " : "";
    return [`${stamp(message.date)} ${message.sender}: ${photo}${words}`, ...keys].join("\n    ");
  }).join("\n");
}

const WAYS = { txt: ["text/plain", asText], json: ["application/json", (chat) => JSON.stringify(chat, null, 2)] };

export function save(chat, kind) {
  const [type, write] = WAYS[kind];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([write(chat)], { type }));
  link.download = `${chat.person.name}.${kind}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
