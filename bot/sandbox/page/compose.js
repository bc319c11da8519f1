// What a person can send: words, a picture, a voice, an answer to a message, a key of the bot's keyboard.

import { plain, word } from "./bubble.js";

export class Compose {
  constructor(form, panel) {
    this.form = form;
    this.panel = panel;
    this.text = form.querySelector("textarea");
    this.attach = form.querySelector(".attach");
    this.drafts = new Map(); // chat → what was typed and not sent
    this.answering = null; // the message being replied to
    form.querySelector("label span").textContent = `${panel.person.name} ${word("says")}`;
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#say(this.text.value); });
    form.addEventListener("click", (event) => this.#clicked(event));
    this.text.addEventListener("input", () => this.#grow());
    this.text.addEventListener("keydown", (event) => this.#keys(event));
    this.attach.addEventListener("keydown", (event) => { if (event.key === "Escape") this.#closeMenu(); });
    this.attach.addEventListener("focusout", (event) => {
      if (!this.attach.contains(event.relatedTarget)) this.attach.open = false;
    });
  }

  part(name) { return this.form.querySelector(name); }

  leave(chat) { this.drafts.set(chat, this.text.value); }

  enter(chat) {
    this.text.value = this.drafts.get(chat) ?? "";
    this.replyTo(null);
    this.#grow();
  }

  // Puts a sentence in the box, ready to be sent.
  fill(text) {
    this.text.value = text;
    this.text.focus();
    this.#grow();
  }

  settle(closed) {
    const { panel } = this;
    this.form.hidden = closed;
    this.#chips();
    this.part("[data-act=block]").hidden = !panel.private;
    this.#keyboard(panel.private ? panel.world.keyboards.get(panel.person.id) ?? [] : []);
  }

  replyTo(message) {
    this.answering = message;
    this.part(".replying").hidden = !message;
    if (!message) return;
    this.part(".replying span").textContent = `↩ ${message.name}：${plain(message)}`;
    this.text.focus();
  }

  #keyboard(rows) {
    const wanted = JSON.stringify(rows);
    const keys = this.part(".keys");
    if (keys.dataset.rows === wanted) return;
    keys.dataset.rows = wanted;
    keys.hidden = !rows.length;
    keys.replaceChildren(...rows.map((labels) => {
      const row = document.createElement("div");
      row.append(...labels.map((label) => {
        const key = document.createElement("button");
        key.type = "button";
        key.dataset.key = "";
        key.textContent = label;
        return key;
      }));
      return row;
    }));
  }

  #grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight}px`;
    this.#chips();
    this.panel.mark(this.panel.target);
  }

  #chips() { this.part(".chips").hidden = !this.panel.resident || Boolean(this.text.value); }

  // Enter sends and Shift+Enter breaks the line, except while a Chinese input method is still composing.
  #keys(event) {
    if (event.key === "Escape") this.replyTo(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  async #say(text) {
    if (!text.trim()) return void this.text.focus();
    const body = { chat: this.panel.open, text };
    if (this.answering) body.reply_to = this.answering.id;
    this.#sent();
    this.text.focus();
    if (!(await this.panel.act("say", body)) && !this.text.value) this.fill(text);
  }

  async #send({ kind, album }) {
    const body = { chat: this.panel.open, kind, caption: kind === "voice" ? "" : this.text.value };
    if (album) body.album = Number(album);
    if (this.answering) body.reply_to = this.answering.id;
    if (kind !== "voice") this.#sent();
    this.#closeMenu();
    await this.panel.act("send", body);
  }

  #sent() {
    this.text.value = "";
    this.replyTo(null);
    this.#grow();
  }

  #closeMenu() {
    if (!this.attach.open) return;
    this.attach.open = false;
    this.attach.querySelector("summary").focus();
  }

  #clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.closest(".replying")) this.replyTo(null);
    if (button.closest(".chips")) this.fill(this.panel.private ? button.textContent : `/report ${button.textContent}`);
    if (button.dataset.kind) this.#send(button.dataset);
    if (button.dataset.key !== undefined) this.panel.act("say", { chat: this.panel.open, text: button.textContent });
    if (button.dataset.act === "block") this.#closeMenu();
  }
}
