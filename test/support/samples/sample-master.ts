import { districtId, lspId } from '../../../shared/domain/ids.ts';
import type { LspFigures, MigrationWindow, RuleSet } from '../../../shared/domain/master.ts';

export function sampleFigures(changes: Partial<LspFigures> = {}): LspFigures {
  return {
    lspId: lspId.parse('lsp-02'),
    districtId: districtId.parse('jaipur'),
    workingKiosks: 25,
    coordinator: { hi: 'नमूना समन्वयक', en: 'Sample Coordinator' },
    coordinatorKnown: true,
    ruralRolloutComplete: true,
    urbanRolloutComplete: true,
    workStartedOn: '2025-01-15',
    asOf: '2026-09-30',
    ...changes,
  };
}

export const sampleRuleSet: RuleSet = {
  id: 'rules-1',
  version: 1,
  orderNo: 'SAMPLE/2025/1',
  orderDate: '2025-01-01',
  effectiveFrom: '2025-01-01',
  minimumKiosks: 20,
  minimumMonths: 3,
  maximumMigrations: 3,
  fees: [50_000, 100_000, 200_000],
};

export const sampleWindow: MigrationWindow = {
  id: 'window-1',
  from: '2026-09-15',
  to: '2026-10-31',
  orderNo: 'SAMPLE/2026/7',
  orderDate: '2026-09-10',
};
