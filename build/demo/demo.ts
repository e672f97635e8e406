import { readOptions } from '../../test/support/read-options.ts';
import { samplePassword } from '../../test/support/officer/officer.ts';

/**
 * `npm run demo`: a sample central server and the desk in a fresh folder, enrolled and signed in. Without a display, or
 * with `--headless`, an officer's day is walked instead; its last line is one JSON object, and its exit code says
 * whether nothing was lost.
 */
const usage = `A sample central server, and the desk in a fresh folder: enrolled, signed in, all data a sample (नमूना).

npm run demo                  opens the desk's window; close it to end the demo
npm run demo -- --headless    walks through an officer's day without a display, and takes a picture of each step;
                              so does npm run demo where there is no display

The password, to sign in again after locking: ${samplePassword}
Exit code 0: nothing was lost; 1: the day did not end as it should; 2: a word that is not understood.`;

const read = readOptions(process.argv.slice(2), {
  options: { headless: { type: 'boolean', default: false } },
  usage,
  helpCommand: 'npm run demo -- --help',
});
if (typeof read === 'number') process.exit(read);
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const say = (line: string) => {
  console.log(line);
};

say('Looking for what the system needs …');
// Loaded now only: they take seconds, and a wrong word is answered at once.
const { ensureSystemOrExit } = await import('../system/ensure-system.ts');
ensureSystemOrExit(['chromium', 'fonts']);
say('Building the desk …');
const { bundle } = await import('../bundle.ts');
await bundle();

if (read.values.headless || !hasDisplay) {
  const { walkOfficersDay } = await import('./walk-officers-day.ts');
  const { daySentence, isGoodDay } = await import('./day-sentence.ts');
  const day = await walkOfficersDay(say);
  say(daySentence(day));
  console.log(JSON.stringify(day));
  process.exit(isGoodDay(day) ? 0 : 1);
} else {
  const { openDemoWindow } = await import('./open-demo-window.ts');
  await openDemoWindow(say);
}
