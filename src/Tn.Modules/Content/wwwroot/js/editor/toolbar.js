// Buttons and keys that write Markdown. One stop of the tab key for the whole bar; arrows move inside it.
import { askImage, askLink } from "./pickers.js";
import { askQuestion } from "./gift.js";
import { insert, lines, wrap } from "./writing.js";
import { say } from "./words.js";

const BLOCKS = ["objectifs", "a-retenir", "cas", "exercice", "animateur"];

const MARKDOWN = [
  { label: say("Gras"), key: "b", act: (text) => wrap(text, "**", "**", say("texte en gras")) },
  { label: say("Italique"), key: "i", act: (text) => wrap(text, "*", "*", say("texte en italique")) },
  { label: say("Titre"), key: "h", act: (text) => lines(text, "## ") },
  { label: say("Liste"), key: "l", act: (text) => lines(text, "- ") },
  { label: say("Lien"), key: "k", act: (text) => askLink(text) },
  { label: say("Image"), key: "m", act: (text) => askImage(text), needs: "/api/v1/medias?q=" },
  ...BLOCKS.map((name) => ({ label: say("Bloc {0}", name), act: (text) => insert(text, `\n:::${name}\n`, "\n:::\n", say("Texte du bloc.")) })),
  { label: say("Question"), key: "q", act: (text) => askQuestion(text, true) },
];

const GIFT = [{ label: say("Question"), key: "q", act: (text) => askQuestion(text, false) }];

export function addToolbar(text, kind) {
  const tools = kind === "markdown" ? MARKDOWN : kind === "gift" ? GIFT : [];
  if (tools.length === 0) return;
  const bar = document.createElement("div");
  bar.className = "tn-editor__tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", say("Mise en forme"));
  bar.setAttribute("aria-controls", text.id);
  text.before(bar);

  for (const tool of tools) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tn-editor__tool";
    button.textContent = tool.label;
    button.tabIndex = bar.children.length === 0 ? 0 : -1;
    if (tool.key) {
      button.title = `Ctrl+Alt+${tool.key.toUpperCase()}`;
      button.setAttribute("aria-keyshortcuts", `Control+Alt+${tool.key.toUpperCase()}`);
    }

    button.addEventListener("click", () => tool.act(text));
    bar.append(button);
    if (tool.needs) hideWhenAbsent(button, tool.needs);
  }

  bar.addEventListener("keydown", (event) => walk(bar, event));
  text.addEventListener("keydown", (event) => {
    const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && ["b", "i", "k"].includes(event.key.toLowerCase());
    const full = event.ctrlKey && event.altKey;
    const tool = plain || full ? tools.find((one) => one.key && (one.key === event.key.toLowerCase() || event.code === `Key${one.key.toUpperCase()}`)) : null;
    if (tool) {
      event.preventDefault();
      tool.act(text);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      text.form.requestSubmit();
    }
  });
}

function walk(bar, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...bar.querySelectorAll("button:not([hidden])")];
  const at = buttons.indexOf(document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
  next.focus();
}

async function hideWhenAbsent(button, address) {
  try {
    button.hidden = !(await fetch(address)).ok;
  } catch {
    button.hidden = true;
  }
}
