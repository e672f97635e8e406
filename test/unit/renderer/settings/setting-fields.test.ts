import { describe, expect, it } from 'vitest';
import {
  canSave,
  crossedIn,
  isChanged,
  typedOf,
  settingFields,
} from '../../../../renderer/features/settings/setting-fields.ts';
import { settings, type Settings } from '../../../../shared/ipc/contract.ts';

const kept: Settings = {
  ...{ language: 'hi', syncMinutes: 15, graceMinutes: 10 },
  sealing: 'grace',
  ...{ staleFiguresDays: 45, staleWindowsDays: 30, staleRuleSetsDays: 90 },
  ...{ unsentWarnDays: 3, unsentHoldDays: 7, masterWarnDays: 7, masterHoldDays: 15 },
  ...{ hourMegabytes: 0, dayMegabytes: 0, askMinutes: 30 },
};

describe('the numbers of the settings', () => {
  it('are all of the contract but the language and when decisions are sealed', () => {
    const names = Object.keys(settings.shape)
      .filter((name) => name !== 'language')
      .sort();
    const numbers = names.filter((name) => name !== 'sealing');
    expect(settingFields.map((field) => field.name as string).sort()).toEqual(numbers);
    expect(Object.keys(typedOf(kept)).sort()).toEqual(names);
  });

  it.each(settingFields.map((field) => [field.name, field] as const))(
    '%s has the bounds of the contract',
    (name, { min, max }) => {
      const isTaken = (value: number) => settings.safeParse({ ...kept, [name]: value }).success;
      expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false]);
    },
  );

  it('are saved when one changed, and never while a field is empty', () => {
    expect(canSave(typedOf(kept), kept)).toBe(false);
    expect(canSave({ ...typedOf(kept), staleWindowsDays: 31 }, kept)).toBe(true);
    expect(canSave({ ...typedOf(kept), sealing: 'sign-off' }, kept)).toBe(true);
    const emptied = { ...typedOf(kept), syncMinutes: Number.NaN };
    expect(canSave(emptied, kept)).toBe(false);
    expect(isChanged(emptied, kept)).toBe(true);
  });

  it('are not saved while a warning would come after its hold', () => {
    const crossed = { ...typedOf(kept), unsentWarnDays: 8 };
    expect(crossedIn(crossed)).toBe('unsent');
    expect(canSave(crossed, kept)).toBe(false);
    expect(canSave({ ...crossed, unsentHoldDays: 0 }, kept)).toBe(true);
    expect(canSave({ ...crossed, unsentHoldDays: 8 }, kept)).toBe(true);
  });
});
