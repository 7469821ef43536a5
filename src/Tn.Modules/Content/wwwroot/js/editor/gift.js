// A small form that writes a question in GIFT, with feedback for each choice.
import { button, labelled } from "./pickers.js";
import { insert } from "./writing.js";
import { say } from "./words.js";

const CHOICES = 4;

export function askQuestion(text, fenced) {
  const dialog = document.createElement("dialog");
  dialog.className = "tn-dialog";
  dialog.setAttribute("aria-label", say("Écrire une question"));
  const heading = document.createElement("h2");
  heading.textContent = say("Écrire une question");
  const stem = labelled(say("Énoncé"), "area");
  const rows = Array.from({ length: CHOICES }, (_, at) => choice(at));
  const state = document.createElement("p");
  state.setAttribute("role", "alert");
  const write = button(say("Insérer la question"), () => {
    const gift = question(stem.input.value, rows);
    if (!gift) {
      state.textContent = say("Il faut un énoncé, deux choix au moins et une réponse juste.");
      return;
    }

    dialog.close();
    insert(text, fenced ? "\n```gift\n" : "\n", fenced ? "\n```\n" : "\n", gift);
  });
  write.className = "tn-button";
  dialog.append(heading, stem.label, ...rows.map((row) => row.group), state, write, button(say("Fermer"), () => dialog.close()));
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}

function choice(at) {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = say("Choix {0}", at + 1);
  const words = labelled(say("Texte"), "text");
  const feedback = labelled(say("Ce qu’on en dit à qui le choisit"), "text");
  const right = document.createElement("label");
  const box = document.createElement("input");
  box.type = "radio";
  box.name = "juste";
  right.append(box, say(" C’est la réponse juste"));
  group.append(legend, words.label, right, feedback.label);
  return { group, words: words.input, feedback: feedback.input, right: box };
}

function question(stem, rows) {
  const given = rows.filter((row) => row.words.value.trim());
  if (!stem.trim() || given.length < 2 || !given.some((row) => row.right.checked)) return null;
  const choices = given.map((row) =>
    `  ${row.right.checked ? "=" : "~"}${escape(row.words.value)}${row.feedback.value.trim() ? ` #${escape(row.feedback.value)}` : ""}`);
  // The id is the author's to change; a random one is never another question's.
  const id = `q-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
  return `::${id}:: ${escape(stem)} {\n${choices.join("\n")}\n}`;
}

// What means something in GIFT is written with a backslash.
function escape(words) {
  return words.trim().replace(/\s+/g, " ").replace(/[\\~=#{}:]/g, "\\$&");
}
