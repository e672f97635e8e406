import { parseArgs } from 'node:util';
import { bundle } from '../bundle.ts';
import { ensureSystemOrExit } from '../system/ensure-system.ts';
import { openDemoWindow } from './open-demo-window.ts';
import { walkOfficersDay } from './walk-officers-day.ts';

/**
 * `npm run demo`: a sample central server and the desk in a fresh folder, enrolled and signed in. Without a display, or
 * with `--headless`, an officer's day is walked instead; its last line is one JSON object, and its exit code says
 * whether nothing was lost.
 */
const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
ensureSystemOrExit(['chromium', 'fonts']);
await bundle();

if (values.headless || !hasDisplay) {
  const day = await walkOfficersDay((line) => {
    console.log(line);
  });
  console.log(JSON.stringify(day));
  process.exit(day.lost === 0 && day.accepted === day.decidedOffline && day.decidedOffline >= 3 ? 0 : 1);
} else {
  await openDemoWindow((line) => {
    console.log(line);
  });
}
