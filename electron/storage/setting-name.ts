/** The office's settings that the vault keeps, all whole numbers. `sealAtSignOff` is 1 or 0. */
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
] as const;

export type SettingName = (typeof settingNames)[number];
