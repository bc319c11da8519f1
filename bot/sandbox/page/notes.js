// What the bot answers to one person's press: a toast that goes by itself, or an alert to be closed.

const TOAST_MS = 6000;

export class Notes {
  constructor(panel) {
    this.panel = panel;
    this.toast = panel.part(".toast");
    this.alert = panel.part(".alert");
    this.alert.addEventListener("keydown", (event) => { if (event.key === "Escape") this.#close(); });
    this.alert.querySelector("button").addEventListener("click", () => this.#close());
  }

  show(text, alert) {
    if (alert) this.#open(text);
    else this.#say(text);
  }

  // What was said in one chat must not cover what is read in the next.
  pass() { this.toast.hidden = true; }

  #say(text) {
    this.toast.hidden = false;
    this.toast.textContent = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pass(), TOAST_MS);
  }

  // The focus moves to OK only when the person at this panel is the one who was pressing.
  #open(text) {
    this.alert.querySelector("p").textContent = text;
    this.alert.hidden = false;
    this.back = this.panel.element.contains(document.activeElement) ? document.activeElement : null;
    if (this.back) this.alert.querySelector("button").focus();
  }

  #close() {
    this.alert.hidden = true;
    if (!this.back) return;
    (this.back.isConnected ? this.back : this.panel.part(".log")).focus({ preventScroll: true });
  }
}
