// Improves the library's form: files can be dropped, are sent one after the other, and say how far they are. Without it, the form does the same.
const FRENCH = {
  sending: ' : envoi… ',
  added: ' : ajouté, ',
  complete: 'compléter sa fiche',
  failed: ' : l’envoi a échoué. Vérifiez la connexion et la taille du fichier, puis recommencez.',
};
const ENGLISH = {
  sending: ': sending… ',
  added: ': added, ',
  complete: 'complete its sheet',
  failed: ': sending failed. Check the connection and the size of the file, then start again.',
};
const says = document.documentElement.lang === 'en' ? ENGLISH : FRENCH;
const form = document.querySelector('[data-media-upload]');

if (form) {
  const drop = form.querySelector('[data-media-drop]');
  const list = form.querySelector('[data-media-progress]');
  const input = form.querySelector('input[type=file]');
  const button = form.querySelector('button[type=submit]');
  drop.hidden = false;

  const send = (file) => new Promise((resolve) => {
    const row = document.createElement('li');
    const words = document.createElement('span');
    const bar = document.createElement('progress');
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    words.textContent = file.name + says.sending;
    row.append(words, bar);
    list.append(row);
    list.hidden = false;

    const body = new FormData(form);
    body.delete(input.name);
    body.append(input.name, file);
    const request = new XMLHttpRequest();
    request.open('POST', form.action || window.location.href);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        bar.value = Math.round((event.loaded / event.total) * 100);
      }
    });
    request.addEventListener('loadend', () => {
      bar.remove();
      const answer = request.response;
      if (request.status === 200 && answer && answer.url) {
        const link = document.createElement('a');
        link.href = answer.url;
        link.textContent = says.complete;
        words.textContent = file.name + says.added;
        row.append(link);
      } else if (answer && answer.sentence) {
        words.textContent = answer.sentence;
      } else {
        words.textContent = file.name + says.failed;
      }
      resolve();
    });
    request.send(body);
  });

  const sendAll = async (files) => {
    button.disabled = true;
    for (const file of files) {
      await send(file);
    }
    button.disabled = false;
    input.value = '';
  };

  for (const name of ['dragenter', 'dragover']) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('tn-drop--over');
    });
  }
  for (const name of ['dragleave', 'drop']) {
    form.addEventListener(name, () => drop.classList.remove('tn-drop--over'));
  }
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    sendAll(event.dataTransfer.files);
  });
  form.addEventListener('submit', (event) => {
    if (input.files.length > 0) {
      event.preventDefault();
      sendAll([...input.files]);
    }
  });
}
