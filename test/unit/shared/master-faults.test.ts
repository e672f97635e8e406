import { describe, expect, it } from 'vitest';
import { lspId } from '../../../shared/domain/ids.ts';
import { masterFaults, type CheckedMaster } from '../../../shared/domain/master-faults.ts';
import { masterFault } from '../../../shared/ipc/views/office.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../support/samples/sample-master.ts';

const sound: CheckedMaster = {
  lsps: [{ id: lspId.parse('lsp-02') }],
  figures: [sampleFigures()],
  windows: [sampleWindow],
  ruleSets: [sampleRuleSet],
  holidays: readStateHolidays(),
};

function faults(changes: Partial<CheckedMaster>, today = '2026-10-01'): string[] {
  return masterFaults({ ...sound, ...changes }, today).map((fault) => {
    const { fault: kind, subject, detail } = masterFault.parse(fault);
    return `${kind}: ${subject}: ${detail}`;
  });
}

describe('masterFaults', () => {
  it('finds nothing in sound data', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<CheckedMaster>]>([
    [
      'rule-set-contradicts-itself: SAMPLE/2025/1: feesMissing',
      { ruleSets: [{ ...sampleRuleSet, fees: [1] }] },
    ],
    [
      'rule-sets-contradict: SAMPLE/2025/1: SAMPLE/2',
      { ruleSets: [sampleRuleSet, { ...sampleRuleSet, id: 'r2', orderNo: 'SAMPLE/2', minimumKiosks: 5 }] },
    ],
    [
      'window-ends-before-it-begins: SAMPLE/2026/7: 15/09/2026 – 01/09/2026',
      { windows: [{ ...sampleWindow, to: '2026-09-01' }] },
    ],
    [
      'windows-overlap: SAMPLE/2026/7: w2',
      {
        windows: [
          { ...sampleWindow, id: 'w2', orderNo: '', from: '2026-10-31', to: '2026-11-05' },
          sampleWindow,
        ],
      },
    ],
    ['lsp-vanished: lsp-02: 30/09/2026', { lsps: [{ id: lspId.parse('lsp-01') }] }],
    ['holidays-unknown: 2026: ', { holidays: readStateHolidays().filter((list) => list.year === 2025) }],
  ])('%s', (expected, changes) => {
    expect(faults(changes)).toEqual([expected]);
  });

  it('names an overlap with a window that lasts long, not only with the one before', () => {
    const at = (from: string, to: string) => ({ ...sampleWindow, from, to, orderNo: from });
    const windows = [
      at('2026-01-01', '2026-12-31'),
      at('2026-02-01', '2026-02-10'),
      at('2026-05-01', '2026-05-02'),
    ];
    expect(faults({ windows })).toEqual([
      'windows-overlap: 2026-01-01: 2026-02-01',
      'windows-overlap: 2026-01-01: 2026-05-01',
    ]);
  });

  it('names each date outside the list of its year, and does not count that year as known', () => {
    const [first, ...others] = sound.holidays.filter((list) => list.year === 2026);
    const wrong = { ...first, year: 2026, districtId: null, days: [...(first?.days ?? [])] };
    wrong.days.push({ date: '2025-05-05', name: { hi: 'नमूना', en: 'Sample' } });
    expect(faults({ holidays: [wrong, ...others] })).toEqual([
      'holiday-outside-year: 2026: 05/05/2025',
      'holidays-unknown: 2026: ',
    ]);
  });

  it('asks for the next year from November on', () => {
    expect(faults({}, '2026-10-31')).toEqual([]);
    expect(faults({}, '2026-11-01')).toEqual(['holidays-unknown: 2027: ']);
  });

  it('takes no list of LSPs for a list that was not received', () => {
    expect(faults({ lsps: [] })).toEqual([]);
  });

  it('does not take two copies of a rule set for a contradiction', () => {
    expect(faults({ ruleSets: [sampleRuleSet, { ...sampleRuleSet, id: 'copy' }] })).toEqual([]);
  });
});
