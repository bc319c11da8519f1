// What the sandbox knows, kept up to date: one fetch of the whole, then events by revision.
// A gap in the revisions or a new connection fetches the whole again, so the page never needs a reload.

export class World extends EventTarget {
  constructor() {
    super();
    this.rev = -1;
    this.people = [];
    this.chats = new Map();
    this.messages = new Map(); // chat id → messages, oldest first
    this.keyboards = new Map(); // person id → rows of labels
    this.bot = { id: 0, username: "", name: "" };
    this.waiting = null; // events heard while the whole is being fetched
  }

  connect() {
    const events = new EventSource("/people/events");
    events.onopen = () => { this.#tell("line", { up: true }); this.refetch(); };
    events.onerror = () => this.#tell("line", { up: false });
    events.onmessage = (event) => this.#hear(JSON.parse(event.data));
  }

  async refetch() {
    if (this.waiting) return;
    this.waiting = [];
    const whole = await fetch("/people/state").then((answer) => answer.json()).catch(() => null);
    const heard = this.waiting;
    this.waiting = null;
    if (!whole) return void setTimeout(() => this.refetch(), 2000);
    this.#take(whole);
    heard.forEach((event) => this.#hear(event));
  }

  // Does what a person does. Answers the sandbox's JSON; throws with its reason when it refused.
  async act(what, body) {
    const answer = await fetch(`/people/${what}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    }).catch(() => null);
    const said = await answer?.json().catch(() => ({}));
    if (!answer?.ok) throw new Error(said?.error ?? "");
    return said;
  }

  person(id) { return this.people.find((person) => person.id === id); }
  in(chat) { return this.messages.get(chat) ?? []; }
  message(chat, id) { return this.in(chat).find((message) => message.id === id); }
  groupsOf(person) {
    return [...this.chats.values()].filter((chat) => chat.type !== "private" && chat.members.includes(person));
  }
  // The private chat of a person with the bot has the person's own id, as in Telegram.
  chatsOf(person) { return [person, ...this.groupsOf(person).map((chat) => chat.id)]; }
  // When the first message known was written: tells one run of the sandbox from another.
  get born() { return [...this.messages.values()].flat().reduce((at, one) => (one.at < at ? one.at : at), "9"); }
  hasStarted(person) { return this.in(person).length > 0; }

  #take(state) {
    if (state.rev < this.rev) return void location.reload(); // another sandbox than before
    const { rev, now, bot, people, chats, messages, keyboards } = state;
    Object.assign(this, { rev, bot, people });
    this.chats = new Map(chats.map((chat) => [chat.id, chat]));
    this.messages = new Map(Object.entries(messages).map(([chat, list]) => [Number(chat), list]));
    this.keyboards = new Map(Object.entries(keyboards).map(([person, rows]) => [Number(person), rows]));
    this.#tell("all", {});
    this.#tell("clock", { now });
  }

  #hear(event) {
    if (this.waiting) return void this.waiting.push(event);
    if (event.rev <= this.rev) return;
    if (event.rev > this.rev + 1 || event.type === "chat") return void this.refetch();
    this.rev = event.rev;
    if (event.type === "message" || event.type === "edit" || event.type === "delete") this.#put(event);
    else if (event.type === "keyboard") this.keyboards.set(event.person, event.keyboard);
    this.#tell(event.type, event);
  }

  #put(event) {
    const list = this.in(event.message.chat);
    const at = list.findIndex((message) => message.id === event.message.id);
    if (event.type === "delete") { if (at >= 0) list[at].deleted = true; return; }
    if (at >= 0) list[at] = event.message;
    else list.push(event.message);
    this.messages.set(event.message.chat, list);
  }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }
}
