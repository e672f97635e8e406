import { mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBundleFile } from '../../../electron/courier/bundle-file.ts';
import { courierLimits } from '../../../shared/courier/bundle.ts';
import { startCentralServer, type CentralServer } from '../start.ts';

const usage = `npm run central -- courier --data FOLDER --to FOLDER FILE…     takes files from desks, writes the answers
npm run central -- courier --data FOLDER --to FOLDER --device ID   writes a file for a desk that sent none
npm run central -- courier --data FOLDER --devices                 lists the desks
FOLDER of --data is the one that the server was started with; it must not be running then.`;

/**
 * The central office's side of the courier, without a network: files from sticks in, files for sticks out.
 * @returns the exit code: 0 done, 1 a file was refused, 2 wrong words.
 */
export async function runCourier(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      to: { type: 'string' },
      device: { type: 'string' },
      devices: { type: 'boolean', default: false },
    },
  });
  const { data, to, device, devices } = values;
  const hasWork = devices || (to !== undefined && (device !== undefined || positionals.length > 0));
  if (data === undefined || !hasWork) {
    console.error(usage);
    return 2;
  }
  const server = await startCentralServer({
    databaseUrl: process.env.DATABASE_URL,
    dataFolder: data,
    seed: 'demo',
  });
  try {
    if (devices) for (const one of await server.data.devices()) console.log(`${one.id}  ${one.name}`);
    if (to === undefined) return 0;
    await mkdir(to, { recursive: true });
    let refused = 0;
    for (const file of positionals) if (!(await answer(server, file, to))) refused += 1;
    if (device !== undefined && !(await write(server.data.courierFor(device), device, to))) refused += 1;
    return refused === 0 ? 0 : 1;
  } finally {
    await server.close();
  }
}

async function answer({ data }: CentralServer, file: string, to: string): Promise<boolean> {
  const { size } = await stat(file);
  if (size > courierLimits.fileBytes) {
    console.error(`${basename(file)}: too-large`);
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
    console.error(`${subject}: ${made.error}`);
    return false;
  }
  const { fileName, bytes, answers, changes, scans } = made.value;
  const written = await writeBundleFile(join(to, fileName), bytes, () => undefined);
  if (!written.ok) console.error(`${fileName}: ${written.error}`);
  else console.log(`${subject} → ${fileName}: ${answers} answers, ${changes} changes, ${scans} scans`);
  return written.ok;
}
