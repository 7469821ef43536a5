// Keeps of the official lists what the census looks up, one line each, sorted: codes and names, nothing else.
// Usage: node trim.mjs <folder to write to>
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = createRequire(import.meta.url);
const folder = process.argv[2];

// As Words.Fold does in C#: a test compares the two over every line.
const fold = (text) => text.replace(/œ/g, 'oe').replace(/Œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{Mn}/gu, '')
  .toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();
const byCode = (one, other) => (one.code < other.code ? -1 : 1);
const write = (name, lines) => writeFileSync(join(folder, name), lines.join('\n') + '\n');

// A municipal arrondissement is where the register puts an establishment of Paris, Lyon or Marseille.
const communes = from('@etalab/decoupage-administratif/data/communes.json')
  .filter((one) => one.type === 'commune-actuelle' || one.type === 'arrondissement-municipal');
const departments = from('@etalab/decoupage-administratif/data/departements.json').filter((one) => one.zone !== 'com');
const regions = from('@etalab/decoupage-administratif/data/regions.json').filter((one) => one.zone !== 'com');
const activities = from('@socialgouv/codes-naf/index.json').map((one) => ({ code: one.id, nom: one.label }))
  .filter((one) => /^\d\d\.\d\d[A-Z]$/.test(one.code));

mkdirSync(folder, { recursive: true });
write('communes.txt', communes.sort(byCode).map((one) => [one.code, one.nom, fold(one.nom)].join('|')));
write('departments.txt', departments.sort(byCode).map((one) => [one.code, one.nom, one.region].join('|')));
write('regions.txt', regions.sort(byCode).map((one) => [one.code, one.nom].join('|')));
write('naf.txt', activities.sort(byCode).map((one) => [one.code, one.nom, fold(one.nom)].join('|')));
