import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

/**
 * Writes the certificates of a folder (`*.cer`, PEM or DER) as a TypeScript file beside it: so the same text is there
 * where the sources run and inside the bundle. The fingerprints are not written: those stand in hand-written code.
 */
export async function writePinned(folder: string, file: string): Promise<number> {
  const entries = readdirSync(folder)
    .filter((name) => name.endsWith('.cer'))
    .sort()
    .map((name) => {
      const der = new X509Certificate(readFileSync(join(folder, name))).raw;
      return `  { file: '${name}', der: '${der.toString('base64')}' },`;
    });
  const source = [
    '/** Written by `npm run trust -- pin` from the folder `certificates`; a test holds the two together. */',
    'export const pinnedDer: readonly { file: string; der: string }[] = [',
    ...entries,
    '];',
    '',
  ].join('\n');
  const style = { parser: 'typescript', printWidth: 110, singleQuote: true, trailingComma: 'all' } as const;
  writeFileSync(file, await format(source, style));
  return entries.length;
}
