import { expect, it } from 'vitest';
import { rememberedAnswers } from '../../../electron/storage/remembered-answers.ts';
import type { StoreMethod } from '../../../electron/storage/store-methods.ts';

/** A vault's thread that answers when it is told to. */
function thread() {
  const asked: string[] = [];
  const open: { settle: (value: unknown) => void; fail: (error: Error) => void }[] = [];
  const call = rememberedAnswers((method: StoreMethod, args: unknown[]) => {
    asked.push([method, ...args.map(String)].join(' '));
    return new Promise((settle, fail) => void open.push({ settle, fail }));
  });
  const next = () => {
    const one = open.shift();
    if (!one) throw new Error('Nothing was asked');
    return one;
  };
  return {
    call,
    asked,
    answer: (value: unknown) => next().settle(value),
    fail: () => next().fail(new Error('gone')),
  };
}

it('asks once for each setting', async () => {
  const { call, asked, answer } = thread();
  const both = [call('setting', ['syncMinutes']), call('setting', ['syncMinutes'])];
  answer(15);
  expect(await Promise.all(both)).toEqual([15, 15]);
  expect(await call('setting', ['syncMinutes'])).toBe(15);
  const other = call('setting', ['askMinutes']);
  answer(null);
  expect(await other).toBeNull();
  expect(asked).toEqual(['setting syncMinutes', 'setting askMinutes']);
});

it('asks anew after a change, also for what was asked while it was made', async () => {
  const { call, asked, answer } = thread();
  const before = call('setting', ['syncMinutes']);
  answer(15);
  await before;
  const change = call('writeSettings', [{ syncMinutes: 30 }]);
  const meanwhile = call('setting', ['syncMinutes']);
  answer(undefined);
  await change;
  answer(15);
  expect(await meanwhile).toBe(15);
  const after = call('setting', ['syncMinutes']);
  answer(30);
  expect(await after).toBe(30);
  expect(asked.filter((each) => each.startsWith('setting'))).toHaveLength(3);
});

it('asks anew after a change that failed, and after a wipe', async () => {
  const { call, answer, fail } = thread();
  const before = call('setting', ['syncMinutes']);
  answer(15);
  await before;
  const change = call('writeSettings', [{ syncMinutes: 30 }]);
  fail();
  await expect(change).rejects.toThrow('gone');
  const after = call('setting', ['syncMinutes']);
  answer(15);
  expect(await after).toBe(15);
  const wipe = call('wipeData', []);
  answer(null);
  await wipe;
  const wiped = call('setting', ['syncMinutes']);
  answer(null);
  expect(await wiped).toBeNull();
});

it('does not remember a failure', async () => {
  const { call, answer, fail } = thread();
  const failed = call('setting', ['syncMinutes']);
  fail();
  await expect(failed).rejects.toThrow('gone');
  const after = call('setting', ['syncMinutes']);
  answer(15);
  expect(await after).toBe(15);
});

it('remembers the cursor until lines are applied, also where that fails, and nothing of it between', async () => {
  const { call, asked, answer, fail } = thread();
  const first = call('cursor', []);
  answer('c1');
  expect([await first, await call('cursor', [])]).toEqual(['c1', 'c1']);
  const applied = call('applyChanges', []);
  const meanwhile = call('cursor', []);
  answer({});
  await applied;
  answer('c1');
  await meanwhile;
  const after = call('cursor', []);
  answer('c2');
  expect(await after).toBe('c2');
  const failed = call('applyChanges', []);
  fail();
  await expect(failed).rejects.toThrow('gone');
  const again = call('cursor', []);
  answer('c2');
  await again;
  expect(asked.filter((each) => each === 'cursor')).toHaveLength(4);
});

it('keeps settings and cursor apart', async () => {
  const { call, asked, answer } = thread();
  const both = Promise.all([call('setting', ['syncMinutes']), call('cursor', [])]);
  answer(15);
  answer('c1');
  await both;
  const applied = call('applyChanges', []);
  answer({});
  await applied;
  expect(await call('setting', ['syncMinutes'])).toBe(15);
  const written = call('writeSettings', [{}]);
  answer(undefined);
  await written;
  const cursor = call('cursor', []);
  answer('c2');
  await cursor;
  expect(asked).toEqual([
    'setting syncMinutes',
    'cursor',
    'applyChanges',
    'writeSettings [object Object]',
    'cursor',
  ]);
});
