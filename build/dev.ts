import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { bundle, repository } from './bundle.ts';
import { freePort } from './launch/free-port.ts';
import type { LaunchedDesk } from './launch/launch-desk.ts';
import { reloadWindow } from './launch/reload-window.ts';
import { chooseHost, runDesk } from './launch/run-desk.ts';
import { watchSources } from './launch/watch-sources.ts';

/**
 * `npm run dev`: the production bundles, rebuilt on each change, so that what one sees runs under the production
 * content policy. A change of the window alone reloads it; any other restarts the app. Central server and data folder
 * are a demo's.
 */
await bundle();
const serverPort = await freePort();
const central = spawn(process.execPath, ['test/central-server/main.ts', '--port', String(serverPort)], {
  cwd: repository,
  stdio: 'inherit',
});
const host = chooseHost();
const cdpPort = await freePort();
const certificate = execFileSync(process.execPath, ['test/support/corpus/print-certificate.ts'], {
  cwd: repository,
  encoding: 'utf8',
}).trim();
let desk = start();

for await (const places of watchSources(repository, ['electron', 'renderer', 'shared'])) {
  if (!(await rebuild())) continue;
  const isWindowOnly = places.size === 1 && places.has('renderer');
  await (isWindowOnly ? reloadWindow(cdpPort) : restart());
  process.stderr.write(isWindowOnly ? 'Reloaded the window.\n' : 'Restarted the app.\n');
}

function start(): LaunchedDesk {
  const started = runDesk({
    host,
    cdpPort,
    isDemo: true,
    env: { DESK_SAMPLE_CERTIFICATE: certificate },
    dataFolder: join(repository, '.demo', 'dev'),
    serverUrl: `http://127.0.0.1:${serverPort}`,
  });
  // The window was closed, by hand and not by a restart: that ends the whole.
  void started.exited.then(({ code }) => {
    if (desk !== started) return;
    central.kill();
    process.exit(code ?? 0);
  });
  return started;
}

async function restart(): Promise<void> {
  const old = desk;
  const successor = old.exited.then(start);
  desk = { ...old };
  await old.kill();
  desk = await successor;
}

/** Sources that do not build, as they are half the time while one types, leave the app running as it was. */
async function rebuild(): Promise<boolean> {
  try {
    return (await bundle()).isNew;
  } catch (error) {
    process.stderr.write(`${String(error)}\nThe app goes on with what was built before.\n`);
    return false;
  }
}
