import { expect, it } from 'vitest';
import { changeOf, formOf, isChanged } from '../../../../renderer/features/network/network-form.ts';
import type { NetworkView } from '../../../../shared/ipc/views/network.ts';

const kept: NetworkView = {
  ...{ mode: 'manual', proxy: 'http://proxy.sample:3128', user: 'namuna', password: 'sealed' },
  ...{ exceptions: ['.a.sample', '10.1.2.3'], authorities: [], isDamaged: false },
};

it('leaves the kept password as it is until another is typed', () => {
  const form = formOf(kept);
  expect(form.password).toBe('');
  expect(changeOf(form).password).toBeNull();
  expect(changeOf({ ...form, password: 'naya' }).password).toBe('naya');
});

it('takes exceptions parted in any way', () => {
  const form = { ...formOf(kept), exceptions: ' .a.sample,10.1.2.3;\n b.sample ' };
  expect(changeOf(form).exceptions).toEqual(['.a.sample', '10.1.2.3', 'b.sample']);
});

it('is changed by what would be kept differently, and when the kept file is damaged', () => {
  const form = formOf(kept);
  expect(isChanged(form, kept)).toBe(false);
  expect(isChanged({ ...form, proxy: ` ${form.proxy} `, exceptions: '.a.sample 10.1.2.3' }, kept)).toBe(
    false,
  );
  expect(isChanged({ ...form, password: 'naya' }, kept)).toBe(true);
  expect(isChanged(form, { ...kept, isDamaged: true })).toBe(true);
});
