// Puts the page together: a panel for each person, a switcher where they do not all fit, the clock, the guide.

import { plain } from "./bubble.js";
import { setClock, windClock } from "./clock.js";
import { Guide } from "./guide.js";
import { Panel } from "./panel.js";
import { drawSwitcher } from "./switcher.js";
import { World } from "./world.js";

const byId = (id) => document.getElementById(id);
const world = new World();
const panels = new Map(); // person id → Panel
const guide = new Guide(world, panels);
const board = byId("board");
const onScreen = new IntersectionObserver(seePanels, { root: board, threshold: 0.5 });
let looking = false;

document.body.classList.toggle("with-gloss", !navigator.language.startsWith("zh"));

// Many things may change at once; the guide and the switcher look once after all of them.
function look() {
  if (looking) return;
  looking = true;
  queueMicrotask(() => {
    guide.look();
    drawSwitcher(panels, guide.target);
    looking = false;
  });
}

function drawPanels() {
  const residentGroups = String(world.groupsOf(guide.resident ?? world.people[0]?.id).map((chat) => chat.id));
  for (const person of world.people) {
    if (panels.has(person.id)) continue;
    const panel = new Panel(person, world, look);
    panels.set(person.id, panel);
    board.append(panel.element);
    onScreen.observe(panel.element);
  }
  for (const [id, panel] of panels) {
    panel.resident = String(world.groupsOf(id).map((chat) => chat.id)) === residentGroups;
    panel.refresh();
  }
  measure();
}

function seePanels(entries) {
  for (const entry of entries) {
    const panel = [...panels.values()].find((one) => one.element === entry.target);
    panel.onScreen = entry.isIntersecting;
    panel.settle();
  }
}

function measure() {
  byId("people").hidden = board.scrollWidth <= board.clientWidth + 1;
}

function announce(message) {
  const chat = world.chats.get(message.chat);
  const where = chat && chat.type !== "private" ? chat.title : world.person(message.chat)?.name ?? "";
  byId("heard").textContent = `${where}，${message.name}：${plain(message)}`;
}

world.addEventListener("all", drawPanels);
world.addEventListener("clock", ({ detail }) => setClock(detail));
world.addEventListener("line", ({ detail }) => { byId("offline").hidden = detail.up; });
world.addEventListener("toast", ({ detail }) => panels.get(detail.person)?.toast(detail));
world.addEventListener("keyboard", ({ detail }) => panels.get(detail.person)?.settle());
for (const type of ["message", "edit", "delete"]) {
  world.addEventListener(type, ({ detail }) => {
    panels.forEach((panel) => panel.heard(type, detail.message));
    if (type === "message") announce(detail.message);
    look();
  });
}
board.addEventListener("pressed", ({ detail }) => { guide.pressed(detail.text); look(); });
new ResizeObserver(measure).observe(board);
windClock(world);
world.connect();
