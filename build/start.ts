import { resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { chooseHost, runDesk, sourceDataFolder } from './launch/run-desk.ts';

/** `npm start`: builds what changed and runs the app, on Electron or on the stand-in. */
await bundle();
const given = process.env['DESK_DATA_DIR'];
const desk = runDesk({ host: chooseHost(), dataFolder: given ? resolve(given) : sourceDataFolder });
const { code } = await desk.exited;
process.exitCode = code ?? 1;
