// Turns a message's HTML into nodes, letting through only what Telegram itself can show.

const KEPT = new Set(["b", "i", "u", "s", "code", "pre", "a", "span", "blockquote", "br"]);
const SAME = { strong: "b", em: "i", ins: "u", strike: "s", del: "s", "tg-spoiler": "span" };
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "svg", "math"]);
const LINK = /^(https?:|tg:|tel:|mailto:)/i;

export function safe(html) {
  const from = new DOMParser().parseFromString(html, "text/html").body;
  const into = document.createDocumentFragment();
  copy(from, into);
  return into;
}

function copy(from, into) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) into.append(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const tag = node.localName;
    if (DROPPED.has(tag)) continue;
    const name = SAME[tag] ?? tag;
    if (!KEPT.has(name)) { copy(node, into); continue; }
    const kept = document.createElement(name);
    if (name === "a") link(node, kept);
    copy(node, kept);
    into.append(kept);
  }
}

function link(node, kept) {
  const href = node.getAttribute("href") ?? "";
  if (!LINK.test(href)) return;
  kept.href = href;
  kept.rel = "noopener noreferrer";
  if (/^http/i.test(href)) kept.target = "_blank";
}

// The payload of a t.me/<bot>?start=… link (the scheme may be left out); null when the link leads elsewhere.
export function startPayload(url, username) {
  let link;
  try { link = new URL(/^[a-z]+:/i.test(url) ? url : `https://${url}`); } catch { return null; }
  const web = /^(t|telegram)\.me$/i.test(link.hostname) && link.pathname.slice(1).toLowerCase() === username.toLowerCase();
  const app = link.protocol === "tg:" && (link.searchParams.get("domain") ?? "").toLowerCase() === username.toLowerCase();
  return web || app ? link.searchParams.get("start") ?? "" : null;
}
