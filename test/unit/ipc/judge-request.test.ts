import { expect, it } from 'vitest';
import { judgeRequest } from '../../../electron/ipc/judge-request.ts';
import type { StoredMaster, SupersededItem } from '../../../electron/storage/store.ts';
import { lspId } from '../../../shared/domain/ids.ts';
import { sampleFigures, sampleRuleSet, sampleWindow } from '../../support/samples/sample-master.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

const currency = {
  today: '2026-10-05',
  windowsAsOf: '2026-10-05',
  ruleSetsAsOf: '2026-10-05',
  staleAfterDays: { figures: 45, windows: 30, ruleSets: 90 },
};

function master(superseded: SupersededItem[]): StoredMaster {
  const name = { hi: 'नमूना एलएसपी', en: 'Sample LSP' };
  return {
    ...{ figures: [sampleFigures()], windows: [sampleWindow], ruleSets: [sampleRuleSet], superseded },
    lsps: ['lsp-01', 'lsp-02'].map((id) => ({ id: lspId.parse(id), name, asOf: '2026-10-01' })),
    ...{ holidays: [], reasonCodes: [], districts: [], helplines: [], signingTitles: [], officers: [] },
  };
}

const unknownBy = (superseded: SupersededItem[]) =>
  judgeRequest(sampleRequest(), master(superseded), currency)
    .rules.filter(({ result }) => result === 'unknown')
    .map(({ id }) => id);

it('takes no figures, windows or rules for current of which a newer version could not be read', () => {
  expect(unknownBy([])).toEqual([]);
  expect(unknownBy([{ kind: 'window', id: 'window-1', lspId: null }])).toEqual(['window']);
  expect(unknownBy([{ kind: 'lsp-figures', id: 'f', lspId: 'lsp-02' }])).toContain('lsp-20-kiosks');
  expect(unknownBy([{ kind: 'rule-set', id: 'rules-1', lspId: null }])).toContain('fee');
});

it('is not put in doubt by another LSP’s figures', () => {
  expect(unknownBy([{ kind: 'lsp-figures', id: 'f', lspId: 'lsp-07' }])).toEqual([]);
});
