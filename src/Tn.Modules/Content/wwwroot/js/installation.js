// Follows an installation without a reload. Without it, the page has a link that does the same.
const PAUSE = 1500;

const follow = async () => {
  const here = document.querySelector('[data-installation="open"]');
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const next = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-installation]') : null;
    // Only what changed is put in its place: a screen reader repeats nothing.
    if (next && next.innerHTML !== here.innerHTML) {
      here.replaceChildren(...next.childNodes);
      here.dataset.installation = next.dataset.installation;
    }
  } catch {
    // No connection: the next try will do.
  }
  setTimeout(follow, PAUSE);
};

setTimeout(follow, PAUSE);
