import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { withoutUnseenPages } from '../../../build/system/spare-chromium.ts';

it('leaves out of Chromium all that Playwright leaves out, as its own argument takes the place of theirs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-chromium-'));
  const program = join(folder, 'chromium');
  await writeFile(program, '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\n');
  await chmod(program, 0o755);
  await expect(chromium.launch({ executablePath: program, args: [withoutUnseenPages] })).rejects.toThrow();
  const given = (await readFile(join(folder, 'arguments'), 'utf8'))
    .split('\n')
    .filter((each) => each.startsWith('--disable-features='));
  await rm(folder, { recursive: true });
  const [theirs = '', ours = '', ...more] = given.map((each) => each.slice('--disable-features='.length));
  expect(more).toEqual([]);
  expect(theirs.split(',').length).toBeGreaterThan(5);
  expect(ours.split(',')).toEqual(expect.arrayContaining(theirs.split(',')));
});
