// Proposes official codes while one types. Without it, the link under the field leads to the same list.
const PAUSE = 150;
const LEAST = 2;

const options = (list, found, naming) => list.replaceChildren(...found.map((one) => {
  const option = document.createElement('option');
  option.value = naming ? `${one.name} (${one.code})` : one.code;
  option.label = naming ? option.value : `${one.code} – ${one.name}`;
  return option;
}));

for (const input of document.querySelectorAll('input[data-suggest]')) {
  const code = document.getElementById(input.dataset.suggestCode ?? '');
  const list = document.createElement('datalist');
  list.id = `${input.id}-liste`;
  input.after(list);
  input.setAttribute('list', list.id);
  let found = [];
  let waiting;

  const ask = async () => {
    try {
      const answer = await fetch(`${input.dataset.suggest}&q=${encodeURIComponent(input.value)}`, { headers: { accept: 'application/json' } });
      found = answer.ok ? await answer.json() : [];
      options(list, found, code !== null);
    } catch {
      // No connection: the field is still a field.
    }
  };

  input.addEventListener('input', () => {
    const chosen = code && found.find((one) => `${one.name} (${one.code})` === input.value);
    clearTimeout(waiting);
    if (chosen) {
      input.value = chosen.name;
      code.value = chosen.code;
    } else if (input.value.trim().length >= LEAST) {
      waiting = setTimeout(ask, PAUSE);
    }
  });
}
