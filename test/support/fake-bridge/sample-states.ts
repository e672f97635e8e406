import type { MasterFault, MasterState } from '../../../shared/ipc/views/office.ts';
import { changeKinds } from '../../../shared/sync/protocol.ts';

const counts: Partial<Record<(typeof changeKinds)[number], number>> = {
  ...{ request: 300, lsp: 12, 'lsp-figures': 11, window: 2, 'rule-set': 1, 'holiday-list': 2, officer: 3 },
  ...{ 'reason-code': 6, district: 6, helpline: 2, 'signing-title': 1, transfer: 9 },
};

/** Windows are old, transfers have no day of their own, the rest is current. */
export const sampleStates: MasterState[] = changeKinds.map((kind, index) => ({
  kind,
  count: counts[kind] ?? 0,
  asOf: kind === 'transfer' ? null : kind === 'window' ? '2026-09-10' : '2026-11-20',
  receivedAt: '2026-11-23T05:10:00.000Z',
  version: 40 + index,
  isStale: kind === 'window',
}));

export const sampleFaults: MasterFault[] = [
  { fault: 'lsp-vanished', subject: 'lsp-13', detail: '30/06/2026' },
  { fault: 'holidays-unknown', subject: '2027', detail: '' },
  { fault: 'windows-overlap', subject: 'SAMPLE/2026/7', detail: 'SAMPLE/2026/9' },
];
