import { describe, expect, it } from 'vitest';
import {
  checkDecision,
  fieldWithAadhaarNumber,
  obstacleTo,
  type ProposedDecision,
} from '../../../shared/domain/check-decision.ts';
import type { CheckVerdict, EvidencePin } from '../../../shared/domain/documents/document-check.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import type { ReasonCode } from '../../../shared/domain/master.ts';
import type { RuleResult } from '../../../shared/domain/rule-result.ts';

const text = { hi: 'नमूना', en: 'Sample' };
const codes: ReasonCode[] = [
  { code: 'R01', text, outcomes: ['reject'] },
  { code: 'B01', text, outcomes: ['return', 'hold'] },
];
const failing: RuleResult = {
  id: 'fee',
  result: 'fail',
  because: 'notPaid',
  evidence: {},
  asOf: null,
  orderNo: null,
};
const proposed: ProposedDecision = {
  outcome: 'approve',
  reasonCodes: [],
  remarks: '',
  overrides: [],
  checklist: [],
  verdicts: [],
  pins: [],
};

const verdict: CheckVerdict = {
  id: 'pan-structure',
  documentId: 'item:pan',
  verdict: 'in-order',
  note: 'नमूना',
};
const pin: EvidencePin = {
  id: 'pin-1',
  documentId: 'item:pan',
  box: { page: 0, x: 0.1, y: 0.2, width: 0.3, height: 0.1 },
  note: 'नमूना',
};

function faultOf(
  changes: Partial<ProposedDecision>,
  rules: RuleResult[] = [],
  request = sampleRequest(),
): string {
  const checked = checkDecision({ ...proposed, ...changes }, request, rules, codes);
  return checked.ok ? 'none' : checked.error.kind;
}

describe('obstacleTo', () => {
  it('lets a request on hold be returned and a returned one be held, and neither twice', () => {
    const returned = sampleRequest({ status: 'returned' });
    const held = sampleRequest({ status: 'on-hold' });
    expect(obstacleTo('return', returned)).toBe('already-returned');
    expect(obstacleTo('hold', returned)).toBeNull();
    expect(obstacleTo('hold', held)).toBe('already-on-hold');
    expect(obstacleTo('return', held)).toBeNull();
    expect(obstacleTo('approve', held)).toBeNull();
  });

  it('leaves no outcome for another purpose, or where the proceedings are full', () => {
    const pause = { from: '2026-10-01', to: '2026-10-02', why: 'returned' as const };
    const full = sampleRequest({ pauses: Array.from({ length: 100 }, () => pause) });
    for (const outcome of ['approve', 'reject', 'return', 'hold'] as const) {
      expect(obstacleTo(outcome, sampleRequest({ purpose: 'RELOCATION' }))).toBe('not-migration');
      expect(obstacleTo(outcome, full)).toBe('no-room');
    }
  });
});

describe('checkDecision', () => {
  it('refuses what the server would refuse', () => {
    expect(faultOf({}, [], sampleRequest({ purpose: 'REGISTRATION' }))).toBe('outcome-not-allowed');
    const held = sampleRequest({ status: 'on-hold' });
    expect(faultOf({ outcome: 'hold', remarks: 'नमूना' }, [], held)).toBe('outcome-not-allowed');
  });

  it('takes no mark for a document that the request does not have', () => {
    const document = { id: 'd1', kind: 'pan' as const, need: 'needed' as const, scan: null };
    const request = sampleRequest({ documents: [document] });
    expect(faultOf({ checklist: [{ documentId: 'd1', kind: 'pan' }] }, [], request)).toBe('none');
    expect(faultOf({ checklist: [{ documentId: 'd2', kind: 'pan' }] }, [], request)).toBe('invalid-input');
    expect(faultOf({ checklist: [{ documentId: 'd1', kind: 'aadhaar' }] }, [], request)).toBe(
      'invalid-input',
    );
  });

  it('takes a mark for every kind of document, also where the request lists none', () => {
    expect(
      faultOf({ checklist: [{ documentId: 'item:coordinator-consent', kind: 'coordinator-consent' }] }),
    ).toBe('none');
    expect(faultOf({ checklist: [{ documentId: 'item:pan', kind: 'aadhaar' }] })).toBe('invalid-input');
  });

  it('lets an approval pass when no rule fails; unknown rules do not block it', () => {
    expect(faultOf({}, [{ ...failing, result: 'unknown' }])).toBe('none');
  });

  it('asks for a reason for each failing rule that is set aside', () => {
    expect(faultOf({}, [failing])).toBe('override-missing');
    expect(faultOf({ overrides: [{ ruleId: 'fee', reason: '  ' }] }, [failing])).toBe('override-missing');
    const unseen = [{ ruleId: 'fee' as const, reason: '\u2060\u3164 -' }];
    expect(faultOf({ overrides: unseen }, [failing])).toBe('override-missing');
    expect(faultOf({ overrides: [{ ruleId: 'fee', reason: 'रसीद देखी' }] }, [failing])).toBe('none');
  });

  it.each(['reject', 'return'] as const)('%s needs a coded reason that fits', (outcome) => {
    expect(faultOf({ outcome, remarks: 'only words' })).toBe('reason-missing');
    expect(faultOf({ outcome, reasonCodes: [outcome === 'reject' ? 'B01' : 'R01'] })).toBe('reason-missing');
    expect(faultOf({ outcome, reasonCodes: [outcome === 'reject' ? 'R01' : 'B01'] })).toBe('none');
  });

  it('a hold needs a reason or remarks', () => {
    expect(faultOf({ outcome: 'hold' })).toBe('remarks-missing');
    expect(faultOf({ outcome: 'hold', remarks: '\u200B' })).toBe('remarks-missing');
    expect(faultOf({ outcome: 'hold', remarks: 'जांच लंबित' })).toBe('none');
    expect(faultOf({ outcome: 'hold', reasonCodes: ['B01'] })).toBe('none');
  });

  it('refuses a text that may hold an Aadhaar number, also in the note of a verdict or a pin', () => {
    expect(faultOf({ remarks: 'संख्या 2345 6789 0124' })).toBe('aadhaar-number-in-text');
    const note = `नमूना ${aadhaarLikeNumber()}`;
    expect(faultOf({ verdicts: [{ ...verdict, note }] })).toBe('aadhaar-number-in-text');
    expect(faultOf({ pins: [{ ...pin, note }] })).toBe('aadhaar-number-in-text');
    expect(fieldWithAadhaarNumber({ ...proposed, pins: [{ ...pin, note }] })).toBe('pins.pin-1');
  });

  it('takes verdicts and pins about documents of the request only, each once', () => {
    expect(faultOf({ verdicts: [verdict, { ...verdict, documentId: null }], pins: [pin] })).toBe('none');
    expect(faultOf({ verdicts: [verdict, { ...verdict, verdict: 'not-in-order' }] })).toBe('invalid-input');
    expect(faultOf({ verdicts: [{ ...verdict, documentId: 'd9' }] })).toBe('invalid-input');
    expect(faultOf({ pins: [pin, pin] })).toBe('invalid-input');
    expect(faultOf({ pins: [{ ...pin, documentId: 'd9' }] })).toBe('invalid-input');
  });

  it('takes no more words about documents than a decision can carry', () => {
    const pins = Array.from({ length: 60 }, (_, n) => ({
      ...pin,
      id: `pin-${n}`,
      note: '\u0001'.repeat(500),
    }));
    expect(faultOf({ pins })).toBe('invalid-input');
    expect(faultOf({ pins: pins.map((each) => ({ ...each, note: 'क'.repeat(500) })) })).toBe('none');
  });
});
