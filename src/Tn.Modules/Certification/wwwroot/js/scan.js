// Reads the square of a certificate with the camera or from a photo, and goes to its page. Without this script, the code is typed.
(() => {
  const block = document.getElementById('scan');
  if (!block) return;
  const start = document.getElementById('scan-start');
  const video = document.getElementById('scan-video');
  const photo = document.getElementById('scan-photo');
  const says = document.getElementById('scan-says');
  const longest = 1600;
  const words = document.documentElement.lang === 'en'
    ? {
      stranger: 'This square is not that of a certificate of the programme.',
      checking: 'Code read, checking…',
      reading: 'Reading the photo…',
      nothing: 'No readable square in this photo. Frame the square closely, well lit, or enter the code.',
      unreadable: 'This photo cannot be read here. Enter the code printed under the square.',
      show: 'Hold the square in front of the camera.',
      noCamera: 'The camera is not available. Choose a photo, or enter the code.',
    }
    : {
      stranger: 'Ce carré n’est pas celui d’un certificat du programme.',
      checking: 'Code lu, vérification…',
      reading: 'Lecture de la photo…',
      nothing: 'Aucun carré lisible sur cette photo. Cadrez le carré de près, bien éclairé, ou saisissez le code.',
      unreadable: 'Cette photo ne peut pas être lue ici. Saisissez le code imprimé sous le carré.',
      show: 'Présentez le carré devant l’appareil.',
      noCamera: 'L’appareil photo n’est pas disponible. Choisissez une photo, ou saisissez le code.',
    };

  block.hidden = false;
  start.hidden = !navigator.mediaDevices?.getUserMedia;

  // The browser's own reader where it has one; otherwise jsQR, loaded the first time it is needed.
  let reader;
  const readerOf = () => reader ??= ('BarcodeDetector' in window ? own() : load());
  async function own() {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async canvas => (await detector.detect(canvas))[0]?.rawValue;
  }
  function load() {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = block.dataset.decoder;
      script.onload = () => resolve(async canvas => {
        const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return window.jsQR(pixels.data, pixels.width, pixels.height)?.data;
      });
      script.onerror = () => { reader = undefined; reject(new Error('jsqr')); };
      document.head.append(script);
    });
  }

  function draw(source, width, height) {
    const scale = Math.min(1, longest / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d', { willReadFrequently: true }).drawImage(source, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  // Whatever site the square names, it is this one that answers.
  function go(text) {
    const code = /(?:^|\/verifier\/)([0-9a-z]{26})$/i.exec(text.trim())?.[1];
    if (!code) {
      says.textContent = words.stranger;
      return false;
    }

    says.textContent = words.checking;
    location.assign(`/verifier/${code.toLowerCase()}`);
    return true;
  }

  photo.addEventListener('change', async () => {
    const file = photo.files[0];
    if (!file) return;
    says.textContent = words.reading;
    try {
      const image = await createImageBitmap(file);
      const text = await (await readerOf())(draw(image, image.width, image.height));
      if (text) go(text);
      else says.textContent = words.nothing;
    } catch {
      says.textContent = words.unreadable;
    }
  });

  start.addEventListener('click', async () => {
    let stream;
    const stop = () => { stream?.getTracks().forEach(track => track.stop()); video.hidden = true; start.disabled = false; };
    start.disabled = true;
    try {
      const read = await readerOf();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      says.textContent = words.show;
      const look = async () => {
        if (!stream.active) return;
        const text = video.videoWidth ? await read(draw(video, video.videoWidth, video.videoHeight)) : null;
        if (text && go(text)) stop();
        else setTimeout(look, 250);
      };
      await look();
      addEventListener('pagehide', stop, { once: true });
    } catch {
      stop();
      says.textContent = words.noCamera;
    }
  });
})();
