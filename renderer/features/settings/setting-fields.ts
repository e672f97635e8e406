import { crossedLimit, type LimitName } from '../../../shared/domain/desk-limits.ts';
import type { Settings } from '../../../shared/ipc/contract.ts';

/** The settings that are whole numbers, in the order in which they are shown, with the bounds of the contract. */
export const settingFields = [
  { name: 'syncMinutes', group: 'sync', unit: 'minutes', min: 1, max: 240 },
  { name: 'graceMinutes', group: 'grace', unit: 'minutes', min: 0, max: 240 },
  { name: 'staleFiguresDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
  { name: 'staleWindowsDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
  { name: 'staleRuleSetsDays', group: 'stale', unit: 'days', min: 1, max: 3650 },
  { name: 'unsentWarnDays', group: 'limits', unit: 'days', min: 0, max: 365 },
  { name: 'unsentHoldDays', group: 'limits', unit: 'days', min: 0, max: 365 },
  { name: 'masterWarnDays', group: 'limits', unit: 'days', min: 0, max: 365 },
  { name: 'masterHoldDays', group: 'limits', unit: 'days', min: 0, max: 365 },
  { name: 'hourMegabytes', group: 'data', unit: 'megabytes', min: 0, max: 10_000 },
  { name: 'dayMegabytes', group: 'data', unit: 'megabytes', min: 0, max: 100_000 },
  { name: 'askMinutes', group: 'data', unit: 'minutes', min: 0, max: 1440 },
] as const satisfies {
  name: keyof Settings;
  group: 'sync' | 'data' | 'grace' | 'stale' | 'limits';
  unit: 'minutes' | 'days' | 'megabytes';
  min: number;
  max: number;
}[];

export const settingGroups = ['sync', 'data', 'grace', 'stale', 'limits'] as const;

export type SettingName = (typeof settingFields)[number]['name'];
export type SettingNumbers = Record<SettingName, number>;
export type TypedSettings = SettingNumbers & Pick<Settings, 'sealing'>;

/** What of the settings is typed or chosen in the form: all but the language, which takes effect at once. */
export function typedOf({ language: _language, ...typed }: Settings): TypedSettings {
  return typed;
}

/** An emptied field is no number: nothing of the form is saved then. */
export function canSave(typed: TypedSettings, kept: Settings): boolean {
  const isWhole = settingFields.every(({ name }) => Number.isInteger(typed[name]));
  return isWhole && crossedIn(typed) === null && isChanged(typed, kept);
}

/** The limit whose warning would come after its hold; the main process asks the same. */
export function crossedIn(typed: SettingNumbers): LimitName | null {
  return crossedLimit({
    unsent: { warn: typed.unsentWarnDays, hold: typed.unsentHoldDays },
    master: { warn: typed.masterWarnDays, hold: typed.masterHoldDays },
  });
}

export function isChanged(typed: TypedSettings, kept: Settings): boolean {
  return typed.sealing !== kept.sealing || settingFields.some(({ name }) => typed[name] !== kept[name]);
}
