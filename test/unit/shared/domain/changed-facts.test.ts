import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changedFacts } from '../../../../shared/domain/changed-facts.ts';
import { conflictChoices, conflictReason } from '../../../../shared/domain/conflict.ts';
import { outcome } from '../../../../shared/domain/decision.ts';
import { districtId, lspId, requestId } from '../../../../shared/domain/ids.ts';
import { migrationRequest, openStatuses, requestStatus } from '../../../../shared/domain/request.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

/** What says nothing that an officer could compare. */
const silent = ['id', 'version', 'requestNo', 'districtId', 'updatedAt'];

const record = {
  ...{ registeredOn: '2020-01-01', serviceCount: 1, wallet: 1, advance: 1 },
  ...{ creditLimit: 1, dues: 1, tds: 1, security: 1 },
};
const before = sampleRequest({ record });
const person = { name: { hi: 'दूसरा', en: 'Other' }, mobileLast4: null };
const other = sampleRequest({
  id: requestId.parse('other'),
  version: 9,
  requestNo: 'MR/2026/999999',
  districtId: districtId.parse('elsewhere'),
  updatedAt: '2026-01-09T07:00:00.000Z',
  applicant: person,
  registeredOperator: person,
  currentLspId: lspId.parse('lsp-98'),
  targetLspId: lspId.parse('lsp-99'),
  fee: { amount: 1, reference: 'X', paidOn: '2026-01-01' },
  record: { ...record, dues: 2 },
  documents: [{ id: 'doc-9', kind: 'pan', need: 'needed', scan: null }],
  history: [{ at: '2026-01-01T00:00:00.000Z', event: 'returned', by: person.name, note: '' }],
  purpose: 'RELOCATION',
  status: 'on-hold',
  kioskCode: 'K11099999',
  newKioskCode: 'K11099998',
  centreName: { hi: 'दूसरा', en: 'Other' },
  area: sampleRequest().area === 'rural' ? 'urban' : 'rural',
  block: { hi: 'दूसरा', en: 'Other' },
  category: 'A',
  categoryToday: 'B',
  reason: 'दूसरा कारण',
  applicationDate: '2026-01-02',
  receivedOn: '2026-01-03',
  migrationsBefore: 9,
  pauses: [{ from: '2026-01-05', to: null, why: 'returned' }],
});

it('no field of a request can change unseen', () => {
  const unseen = Object.keys(migrationRequest.shape).filter((field) => {
    const [was, is] = [before, other].map((request): unknown => Reflect.get(request, field));
    expect(is, field).not.toEqual(was);
    return changedFacts(before, { ...before, [field]: is }).length === 0;
  });
  expect(unseen.sort()).toEqual(silent.sort());
});

it('the same said in another order of fields is no difference', () => {
  const one = sampleRequest({ applicant: { name: { hi: 'सीता', en: 'Sita' }, mobileLast4: '1234' } });
  const same = { ...one, applicant: { mobileLast4: '1234', name: { en: 'Sita', hi: 'सीता' } } };
  expect(changedFacts(one, same)).toEqual([]);
});

it('whatever happened, a conflict can be acknowledged, and nothing closed or gone is decided again', () => {
  const states = requestStatus.options.map((status) => sampleRequest({ status }));
  const present = fc.option(fc.constantFrom(...states));
  fc.assert(
    fc.property(
      fc.constantFrom(...conflictReason.options),
      fc.constantFrom(...outcome.options),
      fc.boolean(),
      present,
      (reason, decided, hasStanding, request) => {
        const choices = conflictChoices({ reason, outcome: decided, hasStanding, present: request });
        expect(choices[0]).toBe('acknowledge');
        const isOpen = request !== null && openStatuses.includes(request.status);
        const isOver = reason === 'withdrawn' || reason === 'reassigned' || !isOpen;
        expect(choices.includes('decide-again')).toBe(!isOver);
        if (hasStanding || reason === 'already-decided') expect(choices).not.toContain('keep-mine');
      },
    ),
  );
});
