// The page beside the text, made by the server with the page's own renderer.
import { say } from "./words.js";

const PAUSE = 600;

export function showPage(form, text) {
  const place = document.createElement("section");
  place.className = "tn-editor__page tn-reading";
  place.setAttribute("aria-label", say("Aperçu de la page"));
  place.tabIndex = 0;
  text.closest("[data-editor-body]").append(place);

  const address = `/admin/contenus/${form.dataset.editor}/apercu`;
  let timer = 0;
  let asking = null;
  let shown = null;

  const ask = async () => {
    if (text.value === shown) return;
    asking?.abort();
    asking = new AbortController();
    const body = new FormData();
    body.set("source", text.value);
    body.set("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
    const wanted = text.value;
    try {
      const answer = await fetch(address, { method: "POST", body, signal: asking.signal, redirect: "manual" });
      if (!answer.ok && answer.status !== 429) throw new Error(String(answer.status));
      // Sanitised by the server; scripts put in this way do not run, and the page's policy forbids them besides.
      place.innerHTML = await answer.text();
      withoutSameIds(place);
      shown = answer.ok ? wanted : null;
      if (!answer.ok) timer = setTimeout(ask, 10000);
    } catch (problem) {
      if (problem.name !== "AbortError") place.textContent = say("L’aperçu n’est pas disponible. Votre texte n’est pas touché.");
    }
  };

  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  ask();
}

// Headings of the text bear ids that the page around may have too.
function withoutSameIds(place) {
  place.querySelectorAll("[id]").forEach((element) => {
    if (document.querySelectorAll(`#${CSS.escape(element.id)}`).length > 1) element.removeAttribute("id");
  });
}
