import { spawnSync } from 'node:child_process';
import { findProgram } from './find-chromium.ts';
import { missingParts, packagesOf, type SystemPart } from './missing-parts.ts';

/** A command and whether it went through; its output is in `text`. */
export type RunCommand = (command: readonly string[]) => { isOk: boolean; text: string };

export interface SystemAccess {
  environment: NodeJS.ProcessEnv;
  userId: number;
  run: RunCommand;
  say(line: string): void;
}

/** Raised when the system lacks something that may not be installed here; the message says what to install. */
export class SystemPartMissingError extends Error {
  override readonly name = 'SystemPartMissingError';
}

/**
 * Sees to it that the wanted parts of the system are there. Missing ones are installed from Debian's packages, where
 * this user may.
 *
 * @throws SystemPartMissingError that names exactly what to install.
 */
export function ensureSystem(wanted: readonly SystemPart[], access: SystemAccess = thisSystem): void {
  const missing = missingParts(wanted, access.environment);
  if (missing.length === 0) return;
  const packages = missing.flatMap((part) => packagesOf[part]);
  const prefix = installerPrefix(access);
  if (prefix === null) throw new SystemPartMissingError(advice(missing, packages));
  access.say(`Installing ${packages.join(' ')} from the system's packages …`);
  const installed = install(prefix, packages, access.run);
  const still = missingParts(missing, access.environment);
  if (still.length > 0) {
    const reason = installed.isOk ? '' : `\n${installed.text.trim().split('\n').slice(-3).join('\n')}`;
    throw new SystemPartMissingError(
      advice(
        still,
        still.flatMap((part) => packagesOf[part]),
      ) + reason,
    );
  }
}

/** What goes before `apt-get`: nothing for root, sudo where it asks no password; null where neither may install. */
function installerPrefix({ environment, userId, run }: SystemAccess): readonly string[] | null {
  if (!findProgram('apt-get', environment)) return null;
  if (userId === 0) return [];
  return findProgram('sudo', environment) && run(['sudo', '-n', 'true']).isOk ? ['sudo', '-n'] : null;
}

function install(
  prefix: readonly string[],
  packages: readonly string[],
  run: RunCommand,
): ReturnType<RunCommand> {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-y'];
  const updated = run([...apt, 'update']);
  const installed = run([...apt, 'install', '--no-install-recommends', ...packages]);
  return installed.isOk ? installed : { isOk: false, text: `${updated.text}\n${installed.text}` };
}

function advice(missing: readonly SystemPart[], packages: readonly string[]): string {
  const names: Record<SystemPart, string> = {
    chromium: 'Chromium (or DESK_CHROMIUM with its path)',
    compiler: 'a C compiler',
    fonts: 'a font with Devanagari',
    poppler: 'pdftotext and pdftoppm',
    postgres: 'PostgreSQL (or DATABASE_URL with the address of a server)',
    xvfb: 'Xvfb',
  };
  const what = missing.map((part) => names[part]).join(', ');
  return `This system lacks ${what}. Install it, on Debian: sudo apt-get install ${packages.join(' ')}`;
}

const thisSystem: SystemAccess = {
  environment: process.env,
  userId: process.getuid?.() ?? -1,
  run([program = '', ...values]) {
    const { status, stdout, stderr } = spawnSync(program, values, { encoding: 'utf8', timeout: 600_000 });
    return { isOk: status === 0, text: `${stdout}${stderr}` };
  },
  say: (line) => void process.stderr.write(`${line}\n`),
};

/** For scripts: says what is missing and ends, instead of throwing. */
export function ensureSystemOrExit(wanted: readonly SystemPart[]): void {
  try {
    ensureSystem(wanted);
  } catch (error) {
    if (!(error instanceof SystemPartMissingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
