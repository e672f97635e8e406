import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { authorityViewOf, nameIn } from '../../../electron/network/authority-view.ts';
import { authorityFileBytes, readAuthorities } from '../../../electron/network/read-authorities.ts';
import { testIssuer } from '../../support/network/test-certificates.ts';

const now = Date.parse('2026-11-20T06:30:00.000Z');
const issuer = testIssuer('नमूना Sample CA');
const read = (text: string) => readAuthorities(Buffer.from(text), now);

it('reads one or several, as text with words around it or as bytes, each once', () => {
  const other = testIssuer('Other CA');
  const file = `Our network's CA\r\n${issuer.certificate}${issuer.certificate}and\n${other.certificate}`;
  const found = read(file);
  expect(found.ok && found.value.map((one) => authorityViewOf(one).subject)).toEqual([
    'नमूना Sample CA',
    'Other CA',
  ]);
  const der = new X509Certificate(issuer.certificate).raw;
  const [certificate] = [readAuthorities(der, now)].flatMap((one) => (one.ok ? one.value : []));
  expect(certificate && authorityViewOf(certificate)).toMatchObject({
    sha256: expect.stringMatching(/^[0-9A-F]{64}$/) as string,
    validTo: '2049-01-01T00:00:00.000Z',
  });
});

it.each([
  ['', 'file-empty'],
  ['नमस्ते', 'file-not-a-certificate'],
  ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'file-not-a-certificate'],
  [issuer.certificate.slice(0, 300), 'file-not-a-certificate'],
  [`${issuer.certificate}${issuer.key}`, 'file-private-key'],
  [issuer.certificate.padEnd(authorityFileBytes + 1), 'file-too-large'],
  [issuer.issue(['central.test']).certificate, 'certificate-not-an-authority'],
  [`${issuer.certificate}${issuer.issue(['x.test']).certificate}`, 'certificate-not-an-authority'],
  [testIssuer('Old', { to: 2024 }).certificate, 'certificate-expired'],
  [testIssuer('New', { from: 2030 }).certificate, 'certificate-not-yet-valid'],
  [issuer.certificate.repeat(21), 'too-many-certificates'],
])('refuses a file by name (%#)', (text, error) => {
  expect(read(text)).toEqual({ ok: false, error });
});

it('bounds a name, and takes out of it what would turn the text around', () => {
  expect(nameIn('C=IN\nO=Sample Office\nCN=Sample CA')).toBe('Sample CA (Sample Office)');
  expect(nameIn(`CN=a\u202eb${'x'.repeat(500)}`)).toHaveLength(120);
  expect(nameIn('CN=a\u202eb')).toBe('a b');
});
