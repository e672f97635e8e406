import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { daySentence, isGoodDay } from '../../../build/demo/day-sentence.ts';

const demo = fileURLToPath(new URL('../../../build/demo/demo.ts', import.meta.url));

function run(...words: string[]) {
  return spawnSync(process.execPath, [demo, ...words], { encoding: 'utf8', timeout: 30_000 });
}

const day = {
  ...{ pulled: 240, decidedOffline: 3, accepted: 3, lost: 0 },
  screenshots: ['.demo/screenshots/01-enrolment.png', '.demo/screenshots/02-queue.png'],
};

it('--help tells what the demo is, with its password, and starts nothing', () => {
  const { status, stdout, stderr } = run('--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('--headless');
  expect(stdout).toContain('password');
});

it('a word that is not known is refused in one line', () => {
  const { status, stdout, stderr } = run('--headles');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain('--headles');
});

it('the day is told in a sentence, with where the pictures are', () => {
  expect(daySentence(day)).toBe(
    'The day ended well: 240 requests pulled, 3 decided without a link, 3 accepted by the central server, 0 lost. 2 pictures: .demo/screenshots',
  );
  const bad = { ...day, accepted: 2, lost: 1, screenshots: [] };
  expect(daySentence(bad)).toContain('did not end as it should');
  expect(daySentence(bad)).toContain('1 lost. No pictures were taken.');
});

it.each([
  [{}, true],
  [{ lost: 1 }, false],
  [{ accepted: 2 }, false],
  [{ decidedOffline: 2, accepted: 2 }, false],
])('%j is a good day: %j', (changes, isGood) => {
  expect(isGoodDay({ ...day, ...changes })).toBe(isGood);
});
