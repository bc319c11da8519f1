// The five steps from a report to a star: ticks each when it sees it happen, and finds what to press next.

import { startPayload } from "./safe.js";

const HEARD_AS_REPORT = /^\s*(\/report(@\w+)?\s+\S|#(报修|報修)|@\w+\s+\S)/i;
const place = document.getElementById("guide");
const part = (name) => place.querySelector(name);

export class Guide {
  constructor(world, panels) {
    this.world = world;
    this.panels = panels; // person id → Panel
    this.steps = [...place.querySelectorAll("[data-step]")];
    this.steps.forEach((step, index) => { step.dataset.number = index + 1; });
    this.at = Number(sessionStorage.getItem("guide-at") ?? 0);
    this.resident = null;
    part("#guide-go").addEventListener("click", () => this.#lead());
    part("#guide-fold").addEventListener("click", () => this.#fold(!place.classList.contains("folded")));
    this.#fold(sessionStorage.getItem("guide-folded") === "yes");
  }

  // Called whenever anything changed.
  look() {
    if (sessionStorage.getItem("guide-of") !== this.world.born) this.at = 0;
    this.resident ??= this.#reporter();
    this.steps.forEach((step, index) => { if (index >= this.at && this.#happened(index)) this.at = index + 1; });
    sessionStorage.setItem("guide-at", this.at);
    sessionStorage.setItem("guide-of", this.world.born);
    this.target = this.#next();
    this.#show();
    for (const [person, panel] of this.panels) panel.mark(this.target?.person === person ? this.target : null);
    return this.target;
  }

  // A press that was answered; only the last step needs it, as nothing is offered after it.
  pressed(text) {
    const last = this.steps.length - 1;
    if (this.at === last && text.startsWith(this.steps[last].dataset.press)) this.at = last + 1;
  }

  #reporter() {
    const named = this.steps[0].dataset.who;
    return (this.world.people.find((one) => one.name === named) ?? this.world.people[0])?.id;
  }

  // A step has happened when what it leads to is on offer; the report, when the bot said something after it.
  #happened(index) {
    const following = this.steps[index + 1];
    if (following?.dataset.press && this.#offers(following.dataset.press).length) return true;
    return index === 0 && this.#reported();
  }

  #reported() {
    return [...this.world.messages.values()].some((list) => {
      const asked = list.findIndex((one) => !one.bot && HEARD_AS_REPORT.test(text(one.html)));
      if (asked < 0) return false;
      this.resident = list[asked].from;
      return list.slice(asked + 1).some((one) => one.bot);
    });
  }

  // Buttons on show whose label begins with one of the words, newest first.
  #offers(labels) {
    const words = labels.split("|");
    return this.#buttons((one) => words.some((word) => one.text.startsWith(word)));
  }

  #buttons(wanted) {
    const found = [];
    for (const [chat, list] of this.world.messages) {
      for (const message of list) {
        if (message.deleted || !message.bot) continue;
        const button = message.buttons?.flat().findLast(wanted);
        if (button) found.push({ chat, message: message.id, label: button.text, at: message.at, kind: "press" });
      }
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  #next() {
    const step = this.steps[this.at];
    if (!step) return null;
    for (const labels of [step.dataset.press, step.dataset.else]) {
      const offer = labels && this.#offers(labels)[0];
      if (offer) return { ...offer, person: this.#whoPresses(offer.chat), asked: labels === step.dataset.press };
    }
    if (this.at === 0) return this.#firstWords();
    return this.world.hasStarted(this.resident) ? null : this.#firstHello();
  }

  // Who never pressed Start cannot be asked anything: by the card's own link if there is one, else by Start.
  #firstHello() {
    const groups = this.world.groupsOf(this.resident).map((chat) => chat.id);
    const links = this.#buttons((one) => one.url && startPayload(one.url, this.world.bot.username) !== null);
    const link = links.find((one) => groups.includes(one.chat));
    return { ...(link ?? { chat: this.resident, kind: "start" }), person: this.resident };
  }

  #firstWords() {
    const group = this.world.groupsOf(this.resident)[0];
    return { person: this.resident, chat: group?.id ?? this.resident, kind: "say" };
  }

  // In a group anybody could press: the guide asks somebody who did not report and is in few groups, a volunteer.
  #whoPresses(chat) {
    const members = this.world.chats.get(chat)?.members.filter((id) => this.panels.has(id)) ?? [];
    if (this.panels.has(chat)) return chat;
    const others = members.filter((id) => id !== this.resident);
    const groups = (id) => this.world.groupsOf(id).length;
    return others.sort((a, b) => groups(a) - groups(b))[0] ?? members[0];
  }

  #show() {
    const over = this.at >= this.steps.length;
    const who = this.target?.asked && this.world.person(this.target.person)?.name;
    this.steps.forEach((step, index) => {
      step.classList.toggle("ticked", index < this.at);
      if (index === this.at) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
      if (index === this.at && who) step.querySelector("[data-name]").textContent = who;
    });
    part("#guide-count").textContent = `${Math.min(this.at + 1, this.steps.length)} / ${this.steps.length}`;
    part("#guide-count").hidden = over;
    part("#guide-go").hidden = !this.target;
    part("#guide-end").hidden = !over;
    place.classList.toggle("over", over);
  }

  #lead() {
    if (!this.target) return;
    const panel = this.panels.get(this.target.person);
    panel.element.scrollIntoView({ block: "nearest", inline: "start" });
    if (panel.open !== this.target.chat) panel.show(this.target.chat);
    if (this.target.kind === "say") panel.compose.fill(this.steps[0].dataset.text);
    panel.wanted()?.focus({ preventScroll: true });
    requestAnimationFrame(() => this.#uncover(panel.wanted()));
  }

  // The whole card if it fits, and the button in any case.
  #uncover(wanted) {
    wanted?.closest(".message")?.scrollIntoView({ block: "nearest" });
    wanted?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #fold(folded) {
    place.classList.toggle("folded", folded);
    part("#guide-fold").setAttribute("aria-expanded", !folded);
    sessionStorage.setItem("guide-folded", folded ? "yes" : "no");
  }
}

function text(html) {
  return new DOMParser().parseFromString(html ?? "", "text/html").body.textContent;
}
