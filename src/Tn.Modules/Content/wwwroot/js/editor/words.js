// What the editor says, in the page's language. French is the key, as in the pages.
const ENGLISH = {
  "Reprenez ou écartez d’abord le texte non enregistré.": "First take up or set aside the unsaved text.",
  "Texte gardé à {0}, pas encore une version.": "Text kept at {0}, not a version yet.",
  "Ce texte n’est pas gardé.": "This text is not kept.",
  "Pas de connexion : votre texte est gardé dans cette page. Ne la fermez pas.": "No connection: your text is kept in this page. Do not close it.",
  "Écrire une question": "Write a question",
  "Énoncé": "Question",
  "Insérer la question": "Insert the question",
  "Il faut un énoncé, deux choix au moins et une réponse juste.": "A question, at least two choices and a right answer are needed.",
  "Fermer": "Close",
  "Choix {0}": "Choice {0}",
  "Texte": "Text",
  "Ce qu’on en dit à qui le choisit": "What is said to whoever chooses it",
  " C’est la réponse juste": " This is the right answer",
  "Lien vers un document publié": "Link to a published document",
  "Image de la médiathèque": "Image from the media library",
  " (sans texte de remplacement)": " (without alternative text)",
  "Décrivez l’image": "Describe the image",
  "Chercher": "Search",
  "Rien ne correspond. Essayez un autre mot.": "Nothing matches. Try another word.",
  "La recherche n’est pas disponible. Réessayez dans un instant.": "The search is not available. Try again in a moment.",
  "Aperçu de la page": "Preview of the page",
  "L’aperçu n’est pas disponible. Votre texte n’est pas touché.": "The preview is not available. Your text is untouched.",
  "Mise en forme": "Formatting",
  "Gras": "Bold",
  "texte en gras": "bold text",
  "Italique": "Italic",
  "texte en italique": "italic text",
  "Titre": "Heading",
  "Liste": "List",
  "Lien": "Link",
  "Image": "Image",
  "Bloc {0}": "Block {0}",
  "Texte du bloc.": "Text of the block.",
  "Question": "Question",
};

export function say(french, value) {
  const words = document.documentElement.lang === "en" ? ENGLISH[french] ?? french : french;
  return words.replace("{0}", value);
}
