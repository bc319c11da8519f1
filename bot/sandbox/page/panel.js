// One person's column: tabs for their chats, the open chat, what they can press, what is shown to them alone.

import { Compose } from "./compose.js";
import { Log } from "./log.js";
import { word } from "./bubble.js";
import { Notes } from "./notes.js";
import { startPayload } from "./safe.js";

const cast = document.getElementById("cast").content;
const pattern = document.getElementById("panel").content;

export class Panel {
  constructor(person, world, changed) {
    this.person = person;
    this.world = world;
    this.changed = changed; // told whenever unread counts or the open chat change
    this.open = person.id;
    this.seen = new Map(); // chat → the newest message id this person has looked at
    this.onScreen = true;
    this.blocked = false;
    this.target = null;
    this.element = pattern.cloneNode(true).firstElementChild;
    this.#dress();
    this.notes = new Notes(this);
    this.log = new Log(this.part(".chat"), this);
    this.compose = new Compose(this.part(".compose"), this);
    this.element.addEventListener("click", (event) => this.#clicked(event));
    this.part(".tabs").addEventListener("keydown", (event) => this.#arrows(event));
  }

  part(name) { return this.element.querySelector(name); }
  get private() { return this.open === this.person.id; }
  get started() { return this.world.hasStarted(this.person.id); }

  #dress() {
    const { id, name } = this.person;
    this.element.id = `person-${id}`;
    this.element.dataset.person = name;
    this.part(".panel > header h2").textContent = name;
    this.part(".panel > header h2").id = `name-${id}`;
    this.element.setAttribute("aria-labelledby", `name-${id}`);
    this.part(".avatar").textContent = [...name].at(-1);
    this.part(".avatar").style.setProperty("--hue", (id * 67) % 360);
    this.part(".chat").id = `chat-${id}`;
    this.part(".about").append(...(cast.querySelector(`[data-name="${CSS.escape(name)}"]`)?.cloneNode(true).childNodes ?? []));
  }

  // Shows the whole anew; what was there before the page opened counts as read.
  refresh() {
    for (const chat of this.world.chatsOf(this.person.id)) {
      if (!this.seen.has(chat)) this.seen.set(chat, this.#newest(chat));
    }
    this.person = this.world.person(this.person.id) ?? this.person;
    this.#tabs();
    this.show(this.world.chatsOf(this.person.id).includes(this.open) ? this.open : this.person.id);
  }

  show(chat) {
    this.compose.leave(this.open);
    if (chat !== this.open) this.notes.pass();
    this.open = chat;
    this.log.draw();
    this.compose.enter(chat);
    this.settle();
  }

  // Brings the small things in line: badges, the Start bar, the keyboard, the guide's mark.
  settle() {
    if (this.onScreen) this.seen.set(this.open, this.#newest(this.open));
    for (const tab of this.part(".tabs").children) {
      const chat = Number(tab.dataset.chat);
      const open = chat === this.open;
      tab.setAttribute("aria-selected", open);
      tab.tabIndex = open ? 0 : -1;
      const count = this.unread(chat);
      tab.querySelector(".badge").hidden = !count;
      tab.querySelector(".badge").textContent = count;
      tab.title = count ? `${count} ${word("unread")}` : "";
      if (open) this.part(".chat").setAttribute("aria-labelledby", tab.id);
    }
    const closed = this.private && this.blocked;
    this.part(".begin").hidden = closed || !this.private || this.started;
    this.part(".blocked").hidden = !closed;
    this.compose.settle(closed || (this.private && !this.started));
    this.mark(this.target);
    this.changed(this);
  }

  unread(chat) {
    const seen = this.seen.get(chat) ?? 0;
    return this.world.in(chat).filter((one) => one.id > seen && !one.deleted && one.from !== this.person.id).length;
  }

  allUnread() { return this.world.chatsOf(this.person.id).reduce((sum, chat) => sum + this.unread(chat), 0); }

  heard(type, message) {
    if (!this.world.chatsOf(this.person.id).includes(message.chat)) return;
    if (message.chat === this.open) this.log.change(type, message);
    this.settle();
  }

  // The bot's answer to a press: a link is followed, an alert waits for OK, anything else shows for a while.
  toast({ text, alert, url }) {
    this.log.answered();
    if (url) this.follow(url);
    else if (text) this.notes.show(text, alert);
  }

  // A t.me/<bot>?start=… link opens the private chat and presses Start with its payload.
  follow(url) {
    const payload = startPayload(url, this.world.bot.username);
    if (payload === null) return void window.open(url, "_blank", "noopener");
    this.show(this.person.id);
    this.act("start", { payload });
  }

  async act(what, body) {
    try {
      return await this.world.act(what, { person: this.person.id, ...body });
    } catch (error) {
      this.toast({ text: error.message || word("failed") });
      return null;
    }
  }

  // Rings what the guide would have pressed next; null takes the ring away.
  mark(target) {
    this.target = target;
    this.element.querySelectorAll(".next").forEach((one) => one.classList.remove("next"));
    this.element.classList.toggle("wanted", Boolean(target));
    this.wanted()?.classList.add("next");
  }

  wanted() {
    if (!this.target) return null;
    const { chat, message, label, kind } = this.target;
    if (chat !== this.open) return this.part(`.tabs [data-chat="${chat}"]`);
    if (kind === "start") return this.part("[data-act=start]");
    if (kind === "say") return this.part("textarea").value ? this.part(".send") : this.part("textarea");
    return this.log.button(message, label);
  }

  #newest(chat) { return this.world.in(chat).at(-1)?.id ?? 0; }

  #tabs() {
    const tabs = this.world.chatsOf(this.person.id).map((chat) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.role = "tab";
      tab.id = `tab-${this.person.id}-${chat}`;
      tab.dataset.chat = chat;
      tab.setAttribute("aria-controls", `chat-${this.person.id}`);
      const badge = document.createElement("span");
      badge.className = "badge";
      tab.append(chat === this.person.id ? this.world.bot.name || word("private") : this.world.chats.get(chat).title, badge);
      return tab;
    });
    this.part(".tabs").replaceChildren(...tabs);
  }

  #arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const chats = this.world.chatsOf(this.person.id);
    this.show(chats.at((chats.indexOf(this.open) + step) % chats.length));
    this.part(".tabs [aria-selected=true]").focus();
  }

  async #clicked(event) {
    const { target } = event;
    const tab = target.closest("[role=tab]");
    if (tab) return void this.show(Number(tab.dataset.chat));
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "start") await this.act("start", { payload: "" });
    if (act === "block" || act === "unblock") await this.#block(act === "block");
  }

  async #block(blocked) {
    if (!(await this.act("block", { blocked }))) return;
    this.blocked = blocked;
    if (!blocked) await this.act("start", { payload: "" });
    this.settle();
  }
}
