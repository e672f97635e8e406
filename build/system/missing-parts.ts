import { execFileSync } from 'node:child_process';
import { findChromium, findProgram } from './find-chromium.ts';
import { findPostgres } from './find-postgres.ts';

/** What the app, its tests and the demo may need from the system. */
export type SystemPart = 'chromium' | 'compiler' | 'fonts' | 'poppler' | 'postgres' | 'xvfb';

/** The Debian packages that bring each part. */
export const packagesOf: Record<SystemPart, readonly string[]> = {
  chromium: ['chromium'],
  fonts: ['fontconfig', 'fonts-noto-core'],
  poppler: ['poppler-utils'],
  compiler: ['gcc', 'libc6-dev'],
  postgres: ['postgresql'],
  xvfb: ['xvfb'],
};

/** Which of the wanted parts are not there. */
export function missingParts(wanted: readonly SystemPart[], environment: NodeJS.ProcessEnv): SystemPart[] {
  return wanted.filter((part) => !isThere[part](environment));
}

const isThere: Record<SystemPart, (environment: NodeJS.ProcessEnv) => boolean> = {
  chromium: (environment) => findChromium(environment) !== null,
  fonts: hasDevanagari,
  poppler: (environment) => findProgram('pdftotext', environment) !== null,
  compiler: (environment) => findProgram('cc', environment) !== null,
  postgres: (environment) => findPostgres(environment) !== null,
  xvfb: (environment) => findProgram('Xvfb', environment) !== null,
};

/** A font that can write Hindi: without one every label in a screenshot is a row of boxes. */
function hasDevanagari(environment: NodeJS.ProcessEnv): boolean {
  const lister = findProgram('fc-list', environment);
  if (!lister) return false;
  return execFileSync(lister, [':lang=hi', 'family'], { encoding: 'utf8' }).trim() !== '';
}
