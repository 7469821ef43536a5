// Sends what is typed to the person's working copy after a pause, and when the page is left.
import { say } from "./words.js";

const PAUSE = 1500;
const AGAIN = 15000;

export function keepTyping(form) {
  const status = form.querySelector("[data-editor-status]");
  if (!status) return;
  if (form.dataset.offered) {
    // Typing now would take the place of the text that waits: the choice comes first.
    status.textContent = say("Reprenez ou écartez d’abord le texte non enregistré.");
    return;
  }

  const address = `/admin/contenus/${form.dataset.editor}/frappe`;
  let timer = 0;
  let kept = snapshot(form);

  const send = async (leaving) => {
    clearTimeout(timer);
    const now = snapshot(form);
    if (now === kept) return;
    try {
      const answer = await fetch(address, { method: "POST", body: new FormData(form), keepalive: leaving && now.length < 60000, redirect: "manual" });
      if (answer.ok) {
        kept = now;
        status.textContent = say("Texte gardé à {0}, pas encore une version.", (await answer.json()).at);
      } else if (answer.status === 400) {
        status.textContent = (await answer.json()).problem ?? say("Ce texte n’est pas gardé.");
      } else {
        throw new Error(String(answer.status));
      }
    } catch {
      if (leaving) return;
      status.textContent = say("Pas de connexion : votre texte est gardé dans cette page. Ne la fermez pas.");
      timer = setTimeout(send, AGAIN);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !form.dataset.sent) send(true);
  });
  addEventListener("online", () => send(false));

  // Leaving with unsaved words asks first, unless they are kept or being saved.
  addEventListener("beforeunload", (event) => {
    if (!form.dataset.sent && snapshot(form) !== kept) event.preventDefault();
  });
}

// The token changes with each page; the rest is what the person typed.
function snapshot(form) {
  return JSON.stringify([...new FormData(form)].filter(([name]) => name.startsWith("Input.Fields")));
}
