import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testAuthority } from './test-authority.ts';

const folder = fileURLToPath(new URL('../../../node_modules/.cache/desk-scans/', import.meta.url));

/**
 * A file with the certificate under which the codes of the sample papers are signed, as `DESK_SAMPLE_CERTIFICATE` names
 * it. Made once: finding the key takes a second or two. Count up the name when the authority changes.
 */
export function sampleCertificateFile(): string {
  const file = join(folder, 'sample-authority-1.pem');
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, testAuthority().certificatePem);
  renameSync(temporary, file);
  return file;
}
