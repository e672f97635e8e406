import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystem } from '../../../build/system/ensure-system.ts';

/**
 * Compiles the library that records what a process writes. The compiler is the system's; where it is missing and may be
 * installed, it is.
 * @returns its path, or as `missing` why there is none.
 */
export function buildShim(folder: string): { shim: string } | { missing: string } {
  if (process.platform !== 'linux') return { missing: 'The shim records system calls of Linux' };
  try {
    ensureSystem(['compiler']);
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
  const shim = join(folder, 'shim.so');
  const source = fileURLToPath(new URL('shim.c', import.meta.url));
  const flags = ['-O2', '-shared', '-fPIC', '-o', shim, source, '-ldl', '-lpthread'];
  const { status, stderr } = spawnSync('cc', flags, { encoding: 'utf8' });
  return status === 0 ? { shim } : { missing: `The shim did not compile: ${stderr.slice(0, 500)}` };
}
