// Dialogs that find a document to link to, or an image of the library.
import { insert } from "./writing.js";
import { say } from "./words.js";

export function askLink(text) {
  const words = text.value.slice(text.selectionStart, text.selectionEnd);
  choose(say("Lien vers un document publié"), "/admin/contenus/liens?q=", (item) => `${item.title}${item.subtitle ? ` (${item.subtitle})` : ""}`, (item) =>
    insert(text, "[", `](${item.url})`, words || plain(item.title)));
}

export function askImage(text) {
  choose(say("Image de la médiathèque"), "/api/v1/medias?q=", (item) => `${item.name}${item.alt ? ` : ${item.alt}` : say(" (sans texte de remplacement)")}`, (item) =>
    insert(text, "![", `](${item.url})`, plain(item.alt || say("Décrivez l’image"))));
}

function choose(title, address, name, taken) {
  const dialog = document.createElement("dialog");
  dialog.className = "tn-dialog";
  dialog.setAttribute("aria-label", title);
  const field = labelled(say("Chercher"), "search");
  const list = document.createElement("ul");
  list.className = "tn-list";
  const state = document.createElement("p");
  state.setAttribute("role", "status");
  const close = button(say("Fermer"), () => dialog.close());
  const heading = document.createElement("h2");
  heading.textContent = title;
  dialog.append(heading, field.label, state, list, close);
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();

  let timer = 0;
  const search = async () => {
    try {
      const answer = await fetch(address + encodeURIComponent(field.input.value));
      if (!answer.ok) throw new Error(String(answer.status));
      const found = (await answer.json()).items ?? [];
      list.replaceChildren(...found.slice(0, 12).map((item) => {
        const line = document.createElement("li");
        line.append(button(name(item), () => { dialog.close(); taken(item); }));
        return line;
      }));
      state.textContent = found.length === 0 ? say("Rien ne correspond. Essayez un autre mot.") : "";
    } catch {
      state.textContent = say("La recherche n’est pas disponible. Réessayez dans un instant.");
    }
  };

  field.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  });
  search();
}

// Brackets would end the link's words.
function plain(words) {
  return words.replace(/[[\]]/g, "");
}

export function button(words, act) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "tn-button tn-button--link";
  one.textContent = words;
  one.addEventListener("click", act);
  return one;
}

export function labelled(words, type) {
  const label = document.createElement("label");
  label.className = "tn-field";
  const caption = document.createElement("span");
  caption.className = "tn-field__label";
  caption.textContent = words;
  const input = document.createElement(type === "area" ? "textarea" : "input");
  if (type !== "area") input.type = type;
  input.className = "tn-input";
  label.append(caption, input);
  return { label, input };
}
