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

// A group's id is negative; its address carries it without the sign.
const chatPath = (bot, person, group) =>
  group ? `/sandbox/groups/${bot}/${-group}/${person}` : `/sandbox/chats/${bot}/${person}`;

export const everybody = async () => answerOf(await fetch("/sandbox/everybody"));
export const chats = async (bot, person) => answerOf(await fetch(`/sandbox/phones/${bot}/${person}`));
export const chat = async (bot, person, group) => answerOf(await fetch(chatPath(bot, person, group)));
export const clock = async () => answerOf(await fetch("/sandbox/clock"));
export const moveClock = (seconds) => act("/sandbox/clock", { seconds });
export const world = async () => answerOf(await fetch("/sandbox/world"));
export const fault = (name, on) => act("/sandbox/faults", { name, on });
export const reset = () => act("/sandbox/reset", {});
export const kill = () => act("/sandbox/kill", {});
export const journal = async (after) => answerOf(await fetch(`/sandbox/journal?after=${after}`));
export const stories = async () => answerOf(await fetch("/sandbox/stories"));
export const join = (name, language) => act("/sandbox/people", { name, language });
export const start = (bot, person, payload) => act(`${chatPath(bot, person)}/start`, { payload });
export const addBot = (bot, person, group, payload) => act(`${chatPath(bot, person, group)}/bot`, { payload });
export const makeGroup = (bot, title, people) => act("/sandbox/groups", { bot, title, people });
export const write = (bot, person, group, text) => act(`${chatPath(bot, person, group)}/words`, { text });
export const shareContact = (bot, person) => act(`${chatPath(bot, person)}/contact`, {});
export const block = (bot, person, blocked) => act(`${chatPath(bot, person)}/blocked`, { blocked });
export const pay = (bot, person, message) => act(`${chatPath(bot, person)}/pay`, { message_id: message });
export const press = (bot, person, group, place) => act(`${chatPath(bot, person, group)}/press`, place);

export async function sendPhoto(bot, person, group, file, caption) {
  const path = `${chatPath(bot, person, group)}/photo?caption=${encodeURIComponent(caption)}`;
  return answerOf(await fetch(path, { method: "POST", headers: { "Content-Type": file.type }, body: file }));
}

// Calls `changed` for every change, and `lived` with true or false as the connection comes and goes.
export function follow(changed, lived) {
  const stream = new EventSource("/sandbox/changes");
  stream.onopen = () => lived(true);
  stream.onerror = () => lived(false);
  stream.onmessage = (event) => changed(JSON.parse(event.data));
}
