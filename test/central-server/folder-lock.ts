import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process works on a data folder: two on one database would damage it. */
export class FolderInUse extends Error {
  constructor(folder: string, process: number, file: string) {
    super(
      `A central server (process ${process}) works on ${folder}. End it first; if there is none, remove ${file}`,
    );
  }
}

/**
 * Keeps a data folder for this process until it is given back. What a process that was killed left behind holds nobody.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<{ giveBack(): Promise<void> }> {
  const file = join(folder, 'server.pid');
  if (!(await made(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (holder !== process.pid && isRunning(holder)) throw new FolderInUse(folder, holder, file);
    await writeFile(file, String(process.pid));
  }
  return { giveBack: () => rm(file, { force: true }) };
}

/** Of two that begin at the same moment only one makes the file. */
async function made(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, and runs all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
