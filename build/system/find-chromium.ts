import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * The Chromium that the stand-in drives: `DESK_CHROMIUM` when set, else the first known name in the search path.
 *
 * @returns null when there is none.
 */
export function findChromium(environment: NodeJS.ProcessEnv): string | null {
  const given = environment['DESK_CHROMIUM'];
  const names = given ? [given] : programs;
  return names.map((name) => findProgram(name, environment)).find((path) => path !== null) ?? null;
}

/** The path of a program, or null when it is not there or may not be run. */
export function findProgram(name: string, environment: NodeJS.ProcessEnv): string | null {
  if (isAbsolute(name)) return isExecutable(name) ? name : null;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
