import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../bundle.ts';
import { ensureSystemOrExit } from '../system/ensure-system.ts';
import { fetchElectron } from './fetch-electron.ts';
import { launchDesk, type Host, type LaunchedDesk, type LaunchOptions } from './launch-desk.ts';

/** Where the app keeps its data when it runs from the sources and nobody said where: sample data only. */
export const sourceDataFolder = join(repository, '.demo', 'start');

/** Decides on the host, says so in one line when it is the stand-in, and sees to what that needs. */
export function chooseHost(): Host {
  const manifest = readFileSync(join(repository, 'node_modules', 'electron', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  if (fetchElectron(repository, version)) return 'electron';
  process.stderr.write(
    'Electron cannot be had here: running on the stand-in, for demo and test data only.\n',
  );
  ensureSystemOrExit(['chromium', 'fonts']);
  return 'stand-in';
}

/** Starts the app with its output shown, and passes on the signals that this process gets. */
export function runDesk(options: Omit<LaunchOptions, 'stdio'>): LaunchedDesk {
  const desk = launchDesk({ ...options, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Ctrl+C reaches the whole group; for the others the app would live on behind us.
    process.on(signal, () => desk.process.kill(signal));
  }
  return desk;
}
