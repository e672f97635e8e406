import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureSystemOrExit } from '../../../build/system/ensure-system.ts';
import { makeFolder } from '../../../electron/headless/make-folder.ts';
import { readOptions } from '../read-options.ts';
import type { SamplePaperKind } from './papers.ts';

const usage = `npm run samples -- FOLDER [--seed N]

Writes papers of two people who do not exist, as a scanner takes them, into FOLDER, and the certificate that their
codes are signed by. All of them are marked नमूना. To try them:

npm run -s desk -- check-document FOLDER/first-* --trust FOLDER/certificate.pem --masked-out FOLDER/masked`;

const kinds: readonly SamplePaperKind[] = ['aadhaar-front', 'aadhaar-back', 'pan', 'form'];

const read = readOptions(process.argv.slice(2), {
  options: { seed: { type: 'string', default: '1' } },
  usage,
  helpCommand: 'npm run samples -- --help',
  takesFiles: true,
});
if (typeof read === 'number') process.exit(read);
const [folder, ...others] = read.positionals;
const seed = Number(read.values.seed);
if (folder === undefined || others.length > 0 || !Number.isSafeInteger(seed)) {
  console.error(usage);
  process.exit(2);
}

// Hindi would be rows of boxes.
ensureSystemOrExit(['fonts']);

// Loaded now only: a wrong word is answered at once.
const { damagePicture } = await import('./damage.ts');
const { drawPaper } = await import('./papers.ts');
const { samplePerson } = await import('./person.ts');
const { testAuthority } = await import('./test-authority.ts');

try {
  await makeFolder(folder);
} catch (error) {
  console.error(
    `The folder ${folder} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(2);
}
await write('certificate.pem', testAuthority().certificatePem);
for (const [place, who] of ['first', 'second'].entries()) {
  const person = samplePerson(seed * 2 + place);
  for (const kind of kinds) {
    const { sheets } = await drawPaper(kind, person);
    for (const [page, sheet] of sheets.entries()) {
      const name = `${who}-${kind}${sheets.length > 1 ? `-${page + 1}` : ''}.jpg`;
      await write(name, (await damagePicture(sheet, 'scan', person.seed + page)).bytes);
    }
  }
}

async function write(name: string, content: Uint8Array | string): Promise<void> {
  const path = join(folder ?? '', name);
  await writeFile(path, content);
  console.log(path);
}
