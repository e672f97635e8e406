import type { Settings } from '../../../shared/ipc/contract.ts';

/** The settings that are whole numbers, in the order in which they are shown, with the bounds of the contract. */
export const settingFields = [
  { name: 'syncMinutes', group: 'sync', unit: 'minutes', min: 1, max: 240 },
  { name: 'graceMinutes', group: 'grace', unit: 'minutes', min: 0, max: 240 },
  { name: 'staleFiguresDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
  { name: 'staleWindowsDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
  { name: 'staleRuleSetsDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
] as const satisfies {
  name: keyof Settings;
  group: 'sync' | 'grace' | 'stale';
  unit: 'minutes' | 'days';
  min: number;
  max: number;
}[];

export const settingGroups = ['sync', 'grace', 'stale'] as const;

export type SettingName = (typeof settingFields)[number]['name'];
export type SettingNumbers = Record<SettingName, number>;

export function numbersOf(settings: Settings): SettingNumbers {
  const { syncMinutes, graceMinutes, staleFiguresDays, staleWindowsDays, staleRuleSetsDays } = settings;
  return { syncMinutes, graceMinutes, staleFiguresDays, staleWindowsDays, staleRuleSetsDays };
}

/** An emptied field is no number: nothing of the form is saved then. */
export function canSave(typed: SettingNumbers, kept: Settings): boolean {
  const isWhole = settingFields.every(({ name }) => Number.isInteger(typed[name]));
  return isWhole && isChanged(typed, kept);
}

export function isChanged(typed: SettingNumbers, kept: Settings): boolean {
  return settingFields.some(({ name }) => typed[name] !== kept[name]);
}
