// Talks to the sandbox: reads chats, acts for people, follows what changes.

async function answerOf(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.refused ?? `the server answered ${response.status}`);
  return body;
}

async function act(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answerOf(await fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

const chatPath = (bot, person) => `/sandbox/chats/${bot}/${person}`;

export const everybody = async () => answerOf(await fetch("/sandbox/everybody"));
export const chat = async (bot, person) => answerOf(await fetch(chatPath(bot, person)));
export const join = (name, language) => act("/sandbox/people", { name, language });
export const start = (bot, person, payload) => act(`${chatPath(bot, person)}/start`, { payload });
export const write = (bot, person, text) => act(`${chatPath(bot, person)}/words`, { text });
export const block = (bot, person, blocked) => act(`${chatPath(bot, person)}/blocked`, { blocked });
export const press = (bot, person, place) => act(`${chatPath(bot, person)}/press`, place);

export async function sendPhoto(bot, person, file, caption) {
  const path = `${chatPath(bot, person)}/photo?caption=${encodeURIComponent(caption)}`;
  return answerOf(await fetch(path, { method: "POST", headers: { "Content-Type": file.type }, body: file }));
}

// Calls `changed` for every change, and `lived` with true or false as the connection comes and goes.
export function follow(changed, lived) {
  const stream = new EventSource("/sandbox/changes");
  stream.onopen = () => lived(true);
  stream.onerror = () => lived(false);
  stream.onmessage = (event) => changed(JSON.parse(event.data));
}
