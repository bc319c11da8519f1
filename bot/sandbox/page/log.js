// The messages of the open chat: drawn whole when a chat is opened, touched one by one after that.

import { bubble, dayOf } from "./bubble.js";
import { startPayload } from "./safe.js";

const FADE_MS = 450;
const BUSY_MS = 3000;

export class Log {
  constructor(place, panel) {
    this.panel = panel;
    this.list = place.querySelector(".log");
    this.empty = place.querySelector(".empty");
    this.newest = place.querySelector(".newest");
    this.list.addEventListener("click", (event) => this.#clicked(event));
    this.list.addEventListener("keydown", (event) => this.#arrows(event));
    this.list.addEventListener("scroll", () => { this.newest.hidden = this.ended = this.#atEnd(); }, { passive: true });
    new ResizeObserver(() => { if (this.ended) this.end(); }).observe(this.list);
    for (const [type, index] of [["focusin", 0], ["focusout", -1]]) {
      this.list.addEventListener(type, (event) => this.#reach(event.target.closest(".message"), index));
    }
    this.newest.addEventListener("click", () => { this.end(); this.list.focus({ preventScroll: true }); });
  }

  draw() {
    this.list.replaceChildren();
    this.day = null;
    this.#shown().forEach((message) => this.#append(message));
    this.empty.hidden = this.list.children.length > 0;
    this.end();
  }

  change(type, message) {
    const item = this.#item(message.id);
    if (type === "delete" || message.deleted) this.#fade(item);
    else if (item) this.#replace(item, message);
    else {
      this.#append(message).classList.add("fresh");
      this.empty.hidden = true;
      if (this.ended || message.from === this.panel.person.id) this.end();
      else this.newest.hidden = this.#atEnd();
    }
  }

  // Goes to the newest message, and stays there when the panel changes size.
  end() {
    this.list.scrollTop = this.list.scrollHeight;
    this.ended = this.newest.hidden = true;
  }

  button(message, label) {
    const buttons = this.#item(message)?.querySelectorAll(".buttons button") ?? [];
    return [...buttons].find((one) => one.textContent === label) ?? null;
  }

  #shown() { return this.panel.world.in(this.panel.open).filter((message) => !message.deleted); }
  #item(id) { return this.list.querySelector(`[data-id="${id}"]`); }
  #atEnd() { return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60; }

  #make(message) { return bubble(message, this.panel.person.id, this.panel.world); }

  #append(message) {
    const day = dayOf(message.at);
    if (day !== this.day) {
      const line = document.createElement("li");
      line.className = "day";
      line.textContent = day;
      this.list.append(line);
      this.day = day;
    }
    const item = this.#make(message);
    const before = this.list.lastElementChild;
    if (message.album && before.dataset.album === message.album) item.classList.add("joined");
    this.list.append(item);
    return item;
  }

  // The focus stays on a button only if it is the same one: a second Enter must never press what has taken its place.
  #replace(item, message) {
    const held = document.activeElement.dataset.press;
    const inside = item.contains(document.activeElement);
    const fresh = this.#make(message);
    fresh.classList.add("changed");
    fresh.classList.toggle("joined", item.classList.contains("joined"));
    item.replaceWith(fresh);
    if (this.ended) this.end();
    const same = [...fresh.querySelectorAll("button")].find((one) => one.dataset.press === held);
    if (inside) ((held && same) || fresh).focus({ preventScroll: true });
  }

  #fade(item) {
    if (!item) return;
    if (item.contains(document.activeElement)) this.list.focus({ preventScroll: true });
    item.classList.add("gone");
    item.inert = true;
    setTimeout(() => {
      item.remove();
      this.empty.hidden = this.#shown().length > 0;
    }, FADE_MS);
  }

  async #clicked(event) {
    const item = event.target.closest(".message");
    if (!item) return;
    const { panel } = this;
    const message = panel.world.message(panel.open, Number(item.dataset.id));
    const link = event.target.closest("a[href]");
    if (link && startPayload(link.href, panel.world.bot.username) !== null) {
      event.preventDefault();
      panel.follow(link.href);
    }
    const button = event.target.closest("button");
    if (!button || !message) return;
    if (button.dataset.act === "reply") panel.compose.replyTo(message);
    if (button.dataset.act === "delete") await panel.act("delete", { chat: message.chat, message: message.id });
    if (button.dataset.url) panel.follow(button.dataset.url);
    if (button.dataset.press !== undefined) await this.#press(button, message);
  }

  // A pressed button stays dim until the bot answers it, as in Telegram, but never for long.
  async #press(button, message) {
    button.classList.add("busy");
    setTimeout(() => button.classList.remove("busy"), BUSY_MS);
    const { text } = message.buttons.flat().find((one) => one.data === button.dataset.press);
    const answer = await this.panel.act("press", {
      chat: message.chat, message: message.id, data: button.dataset.press,
    });
    if (answer) this.panel.element.dispatchEvent(new CustomEvent("pressed", { bubbles: true, detail: { text } }));
  }

  answered() {
    this.list.querySelectorAll(".busy").forEach((button) => button.classList.remove("busy"));
  }

  // Reply and delete join the tab order only in the message one is at; a long chat would be endless otherwise.
  #reach(item, index) {
    item?.querySelectorAll(".tool").forEach((tool) => { tool.tabIndex = index; });
  }

  #arrows(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.target.closest("button, a")) return;
    const items = [...this.list.querySelectorAll(".message")];
    const here = items.indexOf(document.activeElement);
    const next = here < 0 ? items.at(-1) : items[here + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
