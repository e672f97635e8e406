/**
 * The office's settings that the vault keeps, all whole numbers. `sealAtSignOff` is 1 or 0; the choice about
 * a large pull is written as `keptPullChoice` says.
 */
export const settingNames = [
  'syncMinutes',
  'graceMinutes',
  'sealAtSignOff',
  'staleFiguresDays',
  'staleWindowsDays',
  'staleRuleSetsDays',
  'unsentWarnDays',
  'unsentHoldDays',
  'masterWarnDays',
  'masterHoldDays',
  'hourMegabytes',
  'dayMegabytes',
  'askMinutes',
  'pullChoice',
  'pullChoiceDay',
] as const;

export type SettingName = (typeof settingNames)[number];
