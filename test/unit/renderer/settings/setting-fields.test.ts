import { describe, expect, it } from 'vitest';
import {
  canSave,
  isChanged,
  numbersOf,
  settingFields,
} from '../../../../renderer/features/settings/setting-fields.ts';
import { settings, type Settings } from '../../../../shared/ipc/contract.ts';

const kept: Settings = {
  ...{ language: 'hi', syncMinutes: 15, graceMinutes: 10 },
  ...{ staleFiguresDays: 45, staleWindowsDays: 30, staleRuleSetsDays: 90 },
};

describe('the numbers of the settings', () => {
  it('are all of the contract but the language', () => {
    const names = Object.keys(settings.shape).filter((name) => name !== 'language');
    expect(settingFields.map((field) => field.name as string).sort()).toEqual(names.sort());
    expect(Object.keys(numbersOf(kept)).sort()).toEqual(names.sort());
  });

  it.each(settingFields.map((field) => [field.name, field] as const))(
    '%s has the bounds of the contract',
    (name, { min, max }) => {
      const isTaken = (value: number) => settings.safeParse({ ...kept, [name]: value }).success;
      expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false]);
    },
  );

  it('are saved when one changed, and never while a field is empty', () => {
    expect(canSave(numbersOf(kept), kept)).toBe(false);
    expect(canSave({ ...numbersOf(kept), staleWindowsDays: 31 }, kept)).toBe(true);
    const emptied = { ...numbersOf(kept), syncMinutes: Number.NaN };
    expect(canSave(emptied, kept)).toBe(false);
    expect(isChanged(emptied, kept)).toBe(true);
  });
});
