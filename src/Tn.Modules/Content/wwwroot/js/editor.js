// Improves the editor, which works without: a toolbar, the page beside the text, and nothing typed lost.
import { keepTyping } from "./editor/autosave.js";
import { showPage } from "./editor/preview.js";
import { addToolbar } from "./editor/toolbar.js";

const form = document.querySelector("form[data-editor]");
if (form) {
  const text = form.querySelector("textarea[data-body]");
  if (text && form.querySelector(".tn-editor__bar")) {
    addToolbar(text, text.dataset.body);
    showPage(form, text);
  }

  keepTyping(form);
}
