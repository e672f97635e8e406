import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signUpdate } from './sign-update.ts';
import { writePinned } from './write-pinned.ts';

const usage = `Usage, on a computer without a network:
  npm run trust -- new-root FILE            makes a root key, writes its private half to FILE (new, readable by you only)
                                            and prints the line for electron/documents/trust/offline-roots.ts
  npm run trust -- sign --root FILE --sequence N --out UPDATE CERTIFICATE…
                                            signs certificates (PEM or DER) into a trust update
  npm run trust -- pin                      writes electron/documents/aadhaar/pinned-der.ts from its certificates folder
`;

const repository = resolve(import.meta.dirname, '..', '..');

/** The private half goes to a file that does not exist yet: a root is never overwritten by accident. */
function newRoot(file: string): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  process.stdout.write(`{ name: 'root of ${new Date().getFullYear()}', publicKey: '${spki}' },\n`);
}

function sign(values: { root?: string; sequence?: string; out?: string }, files: string[]): void {
  const { root, sequence, out } = values;
  if (root === undefined || sequence === undefined || out === undefined) throw new Error(usage);
  const update = signUpdate({
    rootPem: readFileSync(root, 'utf8'),
    sequence: Number(sequence),
    issuedAt: new Date().toISOString(),
    certificates: files.map((file) => readFileSync(file)),
  });
  writeFileSync(out, update);
  process.stdout.write(`Signed ${files.length} certificates as update ${sequence}: ${out}\n`);
}

async function main(args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { root: text, sequence: text, out: text };
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [verb, ...files] = positionals;
  if (verb === 'new-root' && files[0] !== undefined) newRoot(files[0]);
  else if (verb === 'sign' && files.length > 0) sign(values, files);
  else if (verb === 'pin') {
    const folder = resolve(repository, 'electron', 'documents', 'aadhaar');
    const count = await writePinned(resolve(folder, 'certificates'), resolve(folder, 'pinned-der.ts'));
    process.stdout.write(
      `Pinned ${count} certificates; their fingerprints stand in pinned-certificates.ts\n`,
    );
  } else throw new Error(usage);
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
