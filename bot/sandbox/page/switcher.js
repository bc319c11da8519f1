// One button a person, for screens on which the panels do not all fit side by side.

import { word } from "./bubble.js";

const place = document.getElementById("people");

export function drawSwitcher(panels, target) {
  for (const [id, panel] of panels) {
    const button = place.querySelector(`[data-person="${id}"]`) ?? make(id, panel);
    const count = panel.allUnread();
    button.firstChild.textContent = panel.person.name;
    button.lastChild.textContent = count;
    button.lastChild.hidden = !count;
    button.title = count ? `${count} ${word("unread")}` : "";
    button.classList.toggle("next", target?.person === id && !panel.onScreen);
    if (panel.onScreen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

function make(id, panel) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.person = id;
  button.append(document.createElement("span"), document.createElement("span"));
  button.lastChild.className = "badge";
  button.addEventListener("click", () => panel.element.scrollIntoView({ block: "nearest", inline: "start" }));
  place.append(button);
  return button;
}
