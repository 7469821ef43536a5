// Verifies evidence of signatures without any code of the programme: Node's own modules, openssl, pdfsig.
// Standard input: { fingerprint, authority, cases: [{ name, folder }] }. Standard output: [{ name, accepted, told }].
// `fingerprint` is what the reader saw on the programme's site; `authority` the time-stamp authority's root, or null.
import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const input = JSON.parse(readFileSync(0, 'utf8'))
const answers = input.cases.map(({ name, folder }) => {
  try {
    verify(folder)
    return { name, accepted: true, told: null }
  } catch (refusal) {
    return { name, accepted: false, told: refusal.message }
  }
})
process.stdout.write(JSON.stringify(answers))

function verify(folder) {
  const read = name => readFileSync(join(folder, name))
  const run = (program, ...words) => spawnSync(program, words, { cwd: folder, env: { ...process.env, LC_ALL: 'C' } })
  const names = readdirSync(folder).sort()
  const token = names.includes('horodatage.tst')
  const expected = ['LISEZ-MOI.txt', 'cachet.pem', 'charte-signee.pdf', 'empreintes.p7s', 'empreintes.sha256', ...(token ? ['horodatage.tst'] : []), 'preuve.json', 'texte.md']
  demand(names.join() === expected.join(), 'the files are not those of a bundle')
  demand(!input.authority || token, 'there is no time-stamp')

  const certificate = new X509Certificate(read('cachet.pem'))
  demand(certificate.fingerprint256.replaceAll(':', '').toLowerCase() === input.fingerprint, 'the seal is not the programme’s')

  const cms = run('openssl', 'cms', '-verify', '-binary', '-inform', 'DER', '-in', 'empreintes.p7s', '-content', 'empreintes.sha256', '-CAfile', 'cachet.pem', '-partial_chain', '-purpose', 'any', '-out', '/dev/null')
  demand(cms.status === 0, `the list of fingerprints is not sealed: ${cms.stderr}`)
  demand(isPlain(read('empreintes.p7s'), certificate), 'the signature is not written in the one way it can be')

  const sums = expected.filter(name => !name.startsWith('empreintes')).map(name => `${sha256(read(name))}  ${name}\n`).join('')
  demand(read('empreintes.sha256').toString('latin1') === sums, 'a file is not the one that was sealed')

  const evidence = JSON.parse(read('preuve.json').toString('utf8'))
  const canonical = JSON.stringify(Object.fromEntries(Object.keys(evidence).sort().map(key => [key, evidence[key]])))
  demand(read('preuve.json').equals(Buffer.from(canonical)), 'the evidence is not in its canonical form')
  demand(evidence.format === 'tn-charter-signature/1', 'the format is not known')
  demand(sha256(read('texte.md')) === evidence.textSha256, 'the text is not the one that was signed')
  demand(chained(evidence) === evidence.hash, 'the evidence does not have its hash')

  const pdf = run('pdfsig', 'charte-signee.pdf').stdout.toString()
  demand(pdf.includes('Signature is Valid') && pdf.includes('Total document signed'), 'the seal of the PDF is broken')
  if (token && input.authority) {
    const stamp = run('openssl', 'ts', '-verify', '-data', 'preuve.json', '-in', 'horodatage.tst', '-token_in', '-CAfile', input.authority)
    demand(stamp.status === 0, `the time-stamp does not hold: ${stamp.stderr}`)
  }
}

// openssl lets pass what proves nothing: versions, names of algorithms, capitals of the issuer, a second certificate, trailing bytes.
// Around what it verifies, every byte of the envelope must be the only one possible. Lengths are its own to check.
function isPlain(signature, certificate) {
  const sha256 = '300b0609608648016503040201'
  const ecdsa = '300a06082a8648ce3d040302'
  const rsa = '300d06092a864886f70d0101(?:01|0b)0500'
  const envelope = `^3082.{4}06092a864886f70d010702a082.{4}3082.{4}020101310d${sha256}300b06092a864886f70d010701a082.{4}${certificate.raw.toString('hex')}3182.{4}3082.{4}02010130(?:81)?..(?<issuer>30.*?)02..(?:00)?${certificate.serialNumber.toLowerCase()}${sha256}a08.*(?:${ecdsa}|${rsa})04.*$`
  const found = new RegExp(envelope).exec(signature.toString('hex'))
  return signature.readUInt16BE(2) + 4 === signature.length && found !== null && certificate.raw.toString('hex').includes(found.groups.issuer)
}

function chained(evidence) {
  const fields = ['id', 'person', 'charterItem', 'charterVersion', 'charterNumber', 'textSha256', 'locale', 'signer', 'capacity', 'authentication', 'sentence', 'signedAt']
  return sha256(evidence.previous + fields.map(key => `\n${evidence[key].length}:${evidence[key]}`).join(''))
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}

function demand(holds, otherwise) {
  if (!holds) {
    throw new Error(otherwise)
  }
}
