// Changes of a text area that the browser's own undo takes back.

/** Puts words around what is selected, or around a placeholder. */
export function wrap(text, before, after, placeholder) {
  insert(text, before, after, text.value.slice(text.selectionStart, text.selectionEnd) || placeholder);
}

/** Writes at the caret and selects the middle part. */
export function insert(text, before, after, middle) {
  const from = text.selectionStart;
  replace(text, before + middle + after);
  text.setSelectionRange(from + before.length, from + before.length + middle.length);
}

/** Puts a mark before each selected line. */
export function lines(text, mark) {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  text.setSelectionRange(from, text.selectionEnd);
  const selected = text.value.slice(from, text.selectionEnd);
  replace(text, selected.split("\n").map((line) => (line.startsWith(mark) ? line : mark + line)).join("\n"));
}

function replace(text, words) {
  text.focus();
  // Deprecated and without a successor: the only way that keeps the browser's undo.
  if (!document.execCommand("insertText", false, words)) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
