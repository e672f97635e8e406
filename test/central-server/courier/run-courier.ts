import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { writeBundleFile } from '../../../electron/courier/bundle-file.ts';
import { makeFolder } from '../../../electron/headless/make-folder.ts';
import { courierLimits } from '../../../shared/courier/bundle.ts';
import { readOptions } from '../../support/read-options.ts';
import type { CentralServer } from '../start.ts';
import { startFault } from '../start-fault.ts';
import { holdsServer } from './holds-server.ts';
import { refusalSentence } from './refusal-sentence.ts';

const usage = `The central office's side of the courier: files from sticks in, files for sticks out.

npm run central -- courier --data FOLDER --to FOLDER FILE…         takes files from desks, writes the answers
npm run central -- courier --data FOLDER --to FOLDER --device ID   writes a file for a desk that sent none
npm run central -- courier --data FOLDER --devices                 lists the desks

FOLDER of --data is the one that the server was started with (npm run central -- --data FOLDER); the server must not
be running meanwhile. Exit code 0: done; 1: a file was refused; 2: wrong words, and nothing was done.`;

/**
 * The central office's side of the courier, without a network: files from sticks in, files for sticks out.
 * @returns the exit code: 0 done, 1 a file was refused, 2 wrong words.
 */
export async function runCourier(words: readonly string[]): Promise<number> {
  const read = readOptions(words, {
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      device: { type: 'string' },
      devices: { type: 'boolean', default: false },
    },
    usage,
    helpCommand: 'npm run central -- courier --help',
    takesFiles: true,
  });
  if (typeof read === 'number') return read;
  const { data, to, device, devices } = read.values;
  const files = read.positionals;
  const hasWork = devices || (to !== undefined && (device !== undefined || files.length > 0));
  if (data === undefined || !hasWork) {
    const lacks =
      data === undefined
        ? '--data FOLDER'
        : to === undefined
          ? '--to FOLDER, or --devices'
          : 'a FILE, or --device ID';
    console.error(`Missing: ${lacks}. All that can be said: npm run central -- courier --help`);
    return 2;
  }
  const wrong = await faultOf(data, files);
  if (wrong !== null) {
    console.error(wrong);
    return 2;
  }
  const { startCentralServer } = await import('../start.ts');
  const server = await startCentralServer({
    databaseUrl: process.env.DATABASE_URL,
    dataFolder: data,
    seed: 'demo',
  }).catch((error: unknown) => {
    const line = startFault(error);
    if (line === null) throw error;
    console.error(line);
    return null;
  });
  if (server === null) return 2;
  try {
    if (devices) for (const line of deviceLines(await server.data.devices())) console.log(line);
    if (to === undefined) return 0;
    try {
      await makeFolder(to);
    } catch (error) {
      console.error(
        `The folder ${to} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
      return 2;
    }
    let refused = 0;
    for (const file of files) if (!(await answer(server, file, to))) refused += 1;
    if (device !== undefined && !(await write(server.data.courierFor(device), device, to))) refused += 1;
    return refused === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}

/** Looked at before a server is opened: what was mistyped is said, and nothing is made of it. */
async function faultOf(data: string, files: readonly string[]): Promise<string | null> {
  if (!(await holdsServer(data, process.env.DATABASE_URL)))
    return `${data} holds no server. Give the folder that the server was started with; a new one is made only by: npm run central -- --data FOLDER`;
  for (const file of files) {
    const facts = await stat(file).catch(() => null);
    if (facts === null) return `${file} does not exist`;
    if (!facts.isFile()) return `${file} is no file`;
  }
  return null;
}

export function deviceLines(devices: readonly { id: string; name: string }[]): string[] {
  if (devices.length === 0) return ['No desk has been enrolled with this server yet.'];
  return devices.map(({ id, name }) => `${id}  ${name}`);
}

async function answer({ data }: CentralServer, file: string, to: string): Promise<boolean> {
  const { size } = await stat(file);
  if (size > courierLimits.fileBytes) {
    console.error(`${basename(file)}: ${refusalSentence('too-large')}`);
    return false;
  }
  return write(data.answerCourier(await readFile(file)), basename(file), to);
}

async function write(
  making: ReturnType<CentralServer['data']['courierFor']>,
  subject: string,
  to: string,
): Promise<boolean> {
  const made = await making;
  if (!made.ok) {
    console.error(`${subject}: ${refusalSentence(made.error)}`);
    return false;
  }
  const { fileName, bytes, answers, changes, scans } = made.value;
  const written = await writeBundleFile(join(to, fileName), bytes, () => undefined);
  if (!written.ok) console.error(`${fileName}: ${refusalSentence(written.error)}`);
  else console.log(`${subject} → ${fileName}: ${answers} answers, ${changes} changes, ${scans} scans`);
  return written.ok;
}
