// The simulated time in the top bar, the buttons that move it, and what happened because it moved.

import { word } from "./bubble.js";

const byId = (id) => document.getElementById(id);
const buttons = document.querySelectorAll(".clock button");
const shown = new Intl.DateTimeFormat(document.documentElement.lang, {
  timeZone: document.documentElement.dataset.zone,
  month: "numeric", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
let ahead = 0; // how far the simulated clock is ahead of this machine's, in ms

export function setClock({ now, said }) {
  ahead = Date.parse(now) - Date.now();
  tick();
  if (said) say(said);
}

export function windClock(world) {
  buttons.forEach((button) => button.addEventListener("click", () => move(button, world)));
  byId("said").querySelector("button").addEventListener("click", () => say(""));
  setInterval(tick, 10_000);
}

function tick() {
  const now = new Date(Date.now() + ahead);
  byId("now").textContent = shown.format(now);
  byId("now").dateTime = now.toISOString();
}

async function move(button, world) {
  buttons.forEach((one) => { one.disabled = true; });
  try {
    setClock(await world.act("clock", { hours: Number(button.dataset.hours) }));
  } catch (error) {
    say(error.message || word("failed"));
  }
  buttons.forEach((one) => { one.disabled = false; });
  button.focus();
}

function say(text) {
  byId("said").hidden = !text;
  byId("said").firstElementChild.textContent = text ?? "";
}
