// One message as one person sees it.

import { safe } from "./safe.js";

const zone = document.documentElement.dataset.zone;
const language = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const date = new Intl.DateTimeFormat(language, { timeZone: zone, month: "long", day: "numeric", weekday: "short" });
const pattern = document.getElementById("message").content;
const line = document.getElementById("service").content;
const words = document.getElementById("words").content;

export const dayOf = (at) => date.format(new Date(at));
export const timeOf = (at) => clock.format(new Date(at));
export const word = (key) => words.querySelector(`[data-word="${key}"]`)?.textContent ?? key;

export function plain(message) {
  if (message.service) return word(message.service);
  return safe(shown(message)).textContent || (message.media ? word(message.media.kind) : "");
}

// What a link carried behind /start is for the bot alone; Telegram shows people only that they pressed Start.
function shown({ html, bot }) {
  return bot ? html ?? "" : (html ?? "").replace(/^\/start \S+$/, "/start");
}

export function bubble(message, viewer, world) {
  return message.service ? service(message) : said(message, viewer, world);
}

// Somebody came, went, pinned something: a line in the middle instead of a bubble.
function service(message) {
  const item = line.cloneNode(true).firstElementChild;
  item.dataset.id = message.id;
  item.firstElementChild.textContent = `${message.name} ${word(message.service)}`;
  return item;
}

function said(message, viewer, world) {
  const item = pattern.cloneNode(true).firstElementChild;
  const part = (name) => item.querySelector(name);
  const mine = message.from === viewer;
  const group = message.chat !== viewer;
  item.dataset.id = message.id;
  item.classList.toggle("mine", mine);
  item.classList.toggle("bot", message.bot);
  item.classList.toggle("protected", message.protected);
  if (message.album) item.dataset.album = message.album;
  part(".name span").textContent = message.name;
  part(".name").style.setProperty("--hue", (message.from * 67) % 360);
  if (mine || !group) part(".name").remove();
  else if (!message.bot) part(".is-bot").remove();
  quote(part(".quote"), message, world);
  if (message.media) part(".media").append(picture(message));
  else part(".media").remove();
  if (message.html) part(".text").append(safe(shown(message)));
  else part(".text").remove();
  if (!message.edited) part(".edited").remove();
  if (!message.protected) part(".lock").remove();
  part("time").textContent = timeOf(message.at);
  part("time").dateTime = message.at;
  if (!mine) part("[data-act=delete]").remove();
  if (message.buttons?.length) part(".buttons").append(...message.buttons.map(row));
  else part(".buttons").remove();
  return item;
}

function quote(place, message, world) {
  const answered = message.reply_to && world.message(message.chat, message.reply_to);
  if (!answered) return place.remove();
  const who = document.createElement("b");
  who.textContent = answered.name;
  place.append(who, ` ${plain(answered)}`);
}

function row(buttons) {
  const buttonRow = document.createElement("div");
  buttonRow.append(...buttons.map((one) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = one.text;
    if (one.url) { button.dataset.url = one.url; button.classList.add("url"); }
    else button.dataset.press = one.data;
    return button;
  }));
  return buttonRow;
}

// Pictures are drawn here, not fetched: what the sandbox passes on has a kind and no bytes worth showing.
function picture(message) {
  const { kind } = message.media;
  const frame = document.createElement("div");
  frame.className = `media-${kind}`;
  if (kind === "photo" || kind === "video") frame.append(drawing(`scene-${message.id % 3}`, word(kind)));
  else if (kind === "voice" || kind === "audio") frame.append(`▶ ${word(kind)} 0:05`);
  else frame.append(drawing("i-file", ""), ` ${word(kind)}`);
  return frame;
}

function drawing(id, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#${id}`);
  if (label) { svg.setAttribute("role", "img"); svg.setAttribute("aria-label", label); }
  else svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}
