// Verifies and issues credentials with Digital Bazaar's libraries, offline: somebody else's reading of the standards.
//   node digitalbazaar.mjs verify CONTEXTS.json NOW FILE...   one JSON object a file: {verified, errors}
//   node digitalbazaar.mjs issue CONTEXTS.json FILE           signs a credential of theirs with a new key
// CONTEXTS.json maps addresses of JSON-LD contexts to their contents.
import {readFileSync, writeFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {createSignCryptosuite, createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {driver} from '@digitalbazaar/did-method-key';

const read = file => JSON.parse(readFileSync(file, 'utf8'));
const [, , command, contextsFile, ...rest] = process.argv;
const contexts = read(contextsFile);

const didKey = driver();
didKey.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from});

async function documentLoader(url) {
  if(url in contexts) {
    return {contextUrl: null, documentUrl: url, document: contexts[url]};
  }
  if(url.startsWith('did:key:')) {
    return {contextUrl: null, documentUrl: url, document: await didKey.get({url})};
  }
  return vc.defaultDocumentLoader(url);
}

async function verify(file, now) {
  const suite = new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()});
  try {
    const result = await vc.verifyCredential({credential: read(file), suite, documentLoader, now});
    const errors = [result.error, ...(result.error?.errors ?? [])].filter(Boolean).map(error => error.message);
    return {file, verified: result.verified, errors};
  } catch(error) {
    return {file, verified: false, errors: [error.message]};
  }
}

async function issue(file) {
  const key = await Ed25519Multikey.generate();
  const {didDocument, methodFor} = await didKey.fromKeyPair({verificationKeyPair: key});
  const method = methodFor({purpose: 'assertionMethod'});
  key.id = method.id;
  key.controller = didDocument.id;
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite: createSignCryptosuite()});
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: didDocument.id,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {id: 'urn:uuid:4a1f0d52-7a57-4b08-9a55-6f2a4c1f6f3e'},
  };
  writeFileSync(file, JSON.stringify(await vc.issue({credential, suite, documentLoader}), null, 1));
}

if(command === 'verify') {
  const [now, ...files] = rest;
  for(const file of files) {
    console.log(JSON.stringify(await verify(file, now)));
  }
} else if(command === 'issue') {
  await issue(rest[0]);
} else {
  throw new Error(`no such command: ${command}`);
}
