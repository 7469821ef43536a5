// Improves the exam page: saves on change, shows the time left by the server's clock. Without it, the buttons do the same.
const left = document.querySelector('[data-exam-left]');
const spoken = document.querySelector('[data-exam-spoken]');
const form = document.querySelector('[data-exam-form]');
const saved = document.querySelector('[data-exam-saved]');
const says = document.documentElement.lang === 'en'
  ? {
    left: (minutes, seconds) => `${minutes} min ${seconds} s left`,
    spoken: minutes => `${minutes} minute${minutes > 1 ? 's' : ''} left.`,
    saving: 'Saving…',
    offline: 'Not saved yet: there is no connection. Keep the page open, then use the “Save” button.',
  }
  : {
    left: (minutes, seconds) => `il reste ${minutes} min ${seconds} s`,
    spoken: minutes => `Il reste ${minutes} minute${minutes > 1 ? 's' : ''}.`,
    saving: 'Enregistrement…',
    offline: 'Pas encore enregistré : la connexion manque. Gardez la page ouverte, puis utilisez le bouton « Enregistrer ».',
  };

if (left) {
  // Only the difference between two instants of the server counts; the visitor's clock may be wrong.
  const remaining = Number(left.dataset.end) - Number(left.dataset.now);
  const since = performance.now();
  const told = new Set();
  const tick = () => {
    const seconds = Math.ceil((remaining - (performance.now() - since)) / 1000);
    if (seconds <= 0) {
      window.location.reload();
      return;
    }
    left.textContent = says.left(Math.floor(seconds / 60), String(seconds % 60).padStart(2, '0'));
    for (const minutes of [10, 5, 1]) {
      if (seconds === minutes * 60 && !told.has(minutes)) {
        told.add(minutes);
        spoken.textContent = says.spoken(minutes);
      }
    }
    window.setTimeout(tick, 1000);
  };
  tick();
}

if (form) {
  let turn = Promise.resolve();
  const save = async () => {
    saved.textContent = says.saving;
    try {
      const answer = await fetch(form.action || window.location.href, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
      const { sentence } = await answer.json();
      saved.textContent = sentence;
    } catch {
      saved.textContent = says.offline;
    }
  };
  // One at a time, so that the last choice made is the last one kept.
  form.addEventListener('change', () => { turn = turn.then(save); });
}
