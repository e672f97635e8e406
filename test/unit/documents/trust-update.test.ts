import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signUpdate } from '../../../build/trust/sign-update.ts';
import { pinnedCertificates } from '../../../electron/documents/aadhaar/pinned-certificates.ts';
import { readAadhaarCode } from '../../../electron/documents/aadhaar/read-aadhaar-code.ts';
import { offlineRoots, type OfflineRoot } from '../../../electron/documents/trust/offline-roots.ts';
import { readTrustUpdate } from '../../../electron/documents/trust/read-trust-update.ts';
import { trustText } from '../../../shared/domain/documents/trust-update.ts';
import { codeAssets } from '../../support/aadhaar/package-assets.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/aadhaar/${name}`, import.meta.url));
const certificate = fixture('secure-qr-test-v2-certificate.pem');

function newRoot(): { root: OfflineRoot; rootPem: string; privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const rootPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { root: { name: 'test', publicKey: spki }, rootPem, privateKey };
}

const { root, rootPem, privateKey } = newRoot();
const issuedAt = '2026-11-20T10:00:00.000Z';
const update = (sequence = 1) => signUpdate({ rootPem, sequence, issuedAt, certificates: [certificate] });
const read = (text: string, last: number | null = null, roots: readonly OfflineRoot[] = [root]) =>
  readTrustUpdate(new TextEncoder().encode(text), roots, last);
const fault = (kind: string) => ({ ok: false, error: { kind } });

test('a signed update makes a code genuine that could not be verified before', async () => {
  const digits = fixture('secure-qr-test-v2.txt').toString('latin1');
  const taken = read(update(3), 2);
  if (!taken.ok) throw new Error(taken.error.kind);
  expect(taken.value).toMatchObject({ sequence: 3, issuedAt, root: 'test' });
  const outcome = async (trust: Parameters<typeof readAadhaarCode>[1]) =>
    (await readAadhaarCode(digits, trust, codeAssets)).code.signature.outcome;
  expect(await outcome(pinnedCertificates())).toBe('cannot-verify');
  expect(await outcome([...pinnedCertificates(), ...taken.value.certificates])).toBe('genuine');
});

test('this build has no root yet, and says so', () => {
  expect(read(update(), null, offlineRoots)).toEqual(fault('no-root'));
});

test('only a pinned root can sign one', () => {
  expect(read(update(), null, [newRoot().root])).toEqual(fault('not-signed-by-root'));
  const broken = { name: 'broken', publicKey: 'AAAA' };
  expect(read(update(), null, [broken])).toEqual(fault('not-signed-by-root'));
  expect(read(update(), null, [broken, root]).ok).toBe(true);
});

test('an update that is not newer is refused', () => {
  expect(read(update(5), 4).ok).toBe(true);
  expect(read(update(5), 5)).toEqual(fault('older'));
  expect(read(update(5), 6)).toEqual(fault('older'));
});

test('what is damaged, foreign, too large or weak is refused by name', () => {
  expect(read('{}')).toEqual(fault('damaged'));
  expect(read('')).toEqual(fault('damaged'));
  expect(read(update().replace('aadhaar-certificates', 'pan-keys'))).toEqual(fault('unknown-kind'));
  expect(read(' '.repeat(1_100_000))).toEqual(fault('too-large'));
  const content = { kind: 'aadhaar-certificates', sequence: 1, issuedAt, certificates: ['AAAA'] } as const;
  const changed = { ...content, certificates: [...content.certificates] };
  const signature = sign(null, Buffer.from(trustText(changed)), privateKey).toString('base64');
  expect(read(JSON.stringify({ ...changed, signature }))).toEqual(fault('bad-certificate'));
});

test('no changed character leaves the content another and the signature good', () => {
  const text = update();
  const whole = read(text);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 32, max: 126 }), (at, sign) => {
      const result = read(text.slice(0, at) + String.fromCharCode(sign) + text.slice(at + 1));
      if (result.ok) expect(JSON.stringify(result.value)).toBe(JSON.stringify(whole.ok && whole.value));
    }),
    { numRuns: 300 },
  );
});
