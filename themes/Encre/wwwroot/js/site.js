// Comfort only: every page works without this file.
(() => {
  "use strict";

  // A second click on a button that already sends does nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // A file sent back as a download leaves the page where it was: the form may be sent again.
    setTimeout(() => delete form.dataset.sent, 8000);
  });

  // Coming back with the browser's button finds forms ready again.
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // After a refused form, reading starts at what is to be corrected.
  document.querySelector(".tn-errors")?.focus();

  // The list of desks closes with Escape or with a click elsewhere.
  const desks = document.querySelector(".tn-desks");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !desks?.open) return;
    desks.open = false;
    if (desks.contains(document.activeElement)) desks.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (desks?.open && !desks.contains(event.target)) desks.open = false;
  });
})();
