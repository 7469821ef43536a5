// Improves a lesson that works without: answers without reloading, and the place where one stops is remembered.
(() => {
  const lesson = document.querySelector("[data-lesson]");
  if (!lesson) {
    return;
  }

  // A question's form is sent in the background; the server answers with the question's new fragment.
  lesson.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("form[data-answer]")) {
      return;
    }

    event.preventDefault();
    if (form.dataset.sending) {
      return;
    }

    form.dataset.sending = "true";
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form, event.submitter),
        headers: { "Tn-Fragment": "question" },
        redirect: "manual",
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }

      const fragment = document.createElement("template");
      fragment.innerHTML = await response.text();
      const question = fragment.content.querySelector("[data-question]");
      form.closest("[data-question]").replaceWith(question);
      question.focus({ preventScroll: true });
    } catch {
      // Signed out, network lost, page too old: the ordinary way tells the person what happens.
      delete form.dataset.sending;
      sendPlainly(form, event.submitter);
    }
  });

  function sendPlainly(form, submitter) {
    if (submitter?.name) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = submitter.name;
      field.value = submitter.value;
      form.append(field);
    }

    form.submit();
  }

  if (!lesson.dataset.keepsPosition) {
    return;
  }

  const quietMilliseconds = 10000;
  const headings = [...lesson.querySelectorAll("h2[id]:not(#sources), h3[id]:not([data-question] h3), h4[id]")];
  const startedAtTop = window.scrollY;
  let told = null;
  let timer = null;
  let moved = false;

  // The last heading above the middle of the window is the one being read.
  function headingHere() {
    const middle = window.innerHeight / 2;
    let here = "";
    for (const heading of headings) {
      if (heading.getBoundingClientRect().top > middle) {
        break;
      }

      here = heading.id;
    }

    return here;
  }

  function tell() {
    timer = null;
    const anchor = headingHere();
    const token = lesson.querySelector("input[name=__RequestVerificationToken]");
    if (!moved || anchor === told || !token) {
      return;
    }

    told = anchor;
    const place = new FormData();
    place.append("anchor", anchor);
    place.append(token.name, token.value);
    fetch(lesson.dataset.lesson + "/position", { method: "POST", body: place, keepalive: true }).catch(() => { told = null; });
  }

  window.addEventListener("scroll", () => {
    moved = moved || Math.abs(window.scrollY - startedAtTop) > 80;
    timer ??= setTimeout(tell, quietMilliseconds);
  }, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      tell();
    }
  });
})();
