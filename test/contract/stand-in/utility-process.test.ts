import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenDesk } from '../../support/drive-desk.ts';
import { call, driveContractApp } from './contract-app.ts';

let driven: DrivenDesk;

beforeAll(async () => {
  driven = await driveContractApp();
}, 60_000);
afterAll(() => driven.dispose());

test('a utility process gets its argument and answers with what it got, bytes as bytes', async () => {
  const bytes = new Uint8Array([0, 127, 255]);
  expect(await call(driven.page, 'utility', 'नमूना')).toEqual({
    answer: { data: 'नमूना', argument: 'an argument' },
    isKilled: true,
    pidAfter: undefined,
  });
  expect(await call(driven.page, 'utility-bytes', [...bytes])).toEqual({ isBytes: true, values: [...bytes] });
});

test('its end is told with its code, also when it crashes or is killed', async () => {
  expect(await call(driven.page, 'utility', 'exit')).toMatchObject({ answer: 'ended 7', isKilled: false });
  expect(await call(driven.page, 'utility', 'abort')).toMatchObject({ answer: 'died', isKilled: false });
  expect(await call(driven.page, 'utility', 'hang')).toMatchObject({ answer: 'died', isKilled: false });
});
