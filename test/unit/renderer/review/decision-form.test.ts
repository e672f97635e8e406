import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../shared/domain/decision.ts';
import type { ReasonCode } from '../../../../shared/domain/master.ts';
import { documentKind } from '../../../../shared/domain/request.ts';
import type { RuleResult } from '../../../../shared/domain/rule-result.ts';
import {
  checkForm,
  emptyDraft,
  hasTextFault,
  reasonsFor,
  withOverride,
} from '../../../../renderer/features/review/decision-form.ts';
import { savableDraft } from '../../../../renderer/features/review/savable-draft.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';
import { contract } from '../../../../shared/ipc/contract.ts';

const reasonCodes: ReasonCode[] = [
  { code: 'R01', text: { hi: 'नमूना', en: 'Sample' }, outcomes: ['reject'] },
  { code: 'A01', text: { hi: 'नमूना', en: 'Sample' }, outcomes: ['return', 'hold'] },
];
/** Verhoeff-valid, made by counting. */
const aadhaarLike = '2345 6789 0124';

function rule(id: RuleResult['id'], result: RuleResult['result']): RuleResult {
  return { id, result, because: 'given', evidence: {}, asOf: null, orderNo: null };
}

const request = sampleRequest();
const passing = { rules: [rule('fee', 'pass')], request, reasonCodes };
const failing = {
  rules: [rule('fee', 'fail'), rule('max-3', 'fail'), rule('window', 'unknown')],
  request,
  reasonCodes,
};

function missing(draft: Partial<Draft>, context = passing) {
  const form = checkForm({ ...emptyDraft, ...draft }, context);
  return form.ok ? [] : form.missing;
}

describe('checkForm', () => {
  it('wants an outcome first', () => {
    expect(missing({})).toEqual(['outcome']);
  });

  it('takes an outcome that the request no longer has open for none', () => {
    const returned = { ...passing, request: sampleRequest({ status: 'returned' }) };
    expect(missing({ outcome: 'return', reasonCodes: ['A01'], remarks: 'नमूना' }, returned)).toEqual([
      'outcome',
    ]);
    expect(missing({ outcome: 'approve' }, returned)).toEqual([]);
  });

  it('approves without reasons where every rule passes', () => {
    expect(missing({ outcome: 'approve' })).toEqual([]);
  });

  it('wants a reason for each failing rule that is set aside', () => {
    expect(missing({ outcome: 'approve' }, failing)).toEqual(['overrides']);
    const one = [{ ruleId: 'fee' as const, reason: 'नमूना रसीद देखी' }];
    expect(missing({ outcome: 'approve', overrides: one }, failing)).toEqual(['overrides']);
    const blank = [...one, { ruleId: 'max-3' as const, reason: '  ' }];
    expect(missing({ outcome: 'approve', overrides: blank }, failing)).toEqual(['overrides']);
    const both = [...one, { ruleId: 'max-3' as const, reason: 'नमूना' }];
    expect(missing({ outcome: 'approve', overrides: both }, failing)).toEqual([]);
  });

  it('wants a coded reason for rejecting, that may be given for it', () => {
    expect(missing({ outcome: 'reject' })).toEqual(['reasons']);
    expect(missing({ outcome: 'reject', reasonCodes: ['A01'] })).toEqual(['reasons']);
    expect(missing({ outcome: 'reject', reasonCodes: ['R01'] })).toEqual([]);
  });

  it('wants a coded reason and remarks for returning', () => {
    expect(missing({ outcome: 'return' })).toEqual(['reasons', 'remarks']);
    expect(missing({ outcome: 'return', reasonCodes: ['A01'], remarks: ' ' })).toEqual(['remarks']);
    expect(missing({ outcome: 'return', reasonCodes: ['A01'], remarks: 'नमूना' })).toEqual([]);
  });

  it('wants a reason or remarks for holding', () => {
    expect(missing({ outcome: 'hold' })).toEqual(['reasonOrRemarks']);
    expect(missing({ outcome: 'hold', remarks: 'नमूना' })).toEqual([]);
    expect(missing({ outcome: 'hold', reasonCodes: ['A01'] })).toEqual([]);
  });

  it('records only what belongs to the outcome, and the draft keeps the rest', () => {
    const draft: Draft = {
      ...emptyDraft,
      outcome: 'reject',
      reasonCodes: ['A01', 'R01'],
      remarks: '  नमूना ',
      overrides: [{ ruleId: 'fee', reason: 'नमूना' }],
    };
    const form = checkForm(draft, failing);
    expect(form).toMatchObject({
      ok: true,
      fields: { outcome: 'reject', reasonCodes: ['R01'], remarks: 'नमूना', overrides: [] },
    });
  });

  it('records a mark for every kind of document, those that the officer did not touch too', () => {
    const set = [
      {
        documentId: 'item:coordinator-consent',
        kind: 'coordinator-consent' as const,
        mark: 'checked' as const,
      },
    ];
    const form = checkForm({ ...emptyDraft, outcome: 'approve', checklist: set }, passing);
    const marks = form.ok ? form.fields.checklist : [];
    expect(marks.map(({ kind }) => kind)).toEqual(documentKind.options);
    expect(marks.at(-1)).toEqual(set[0]);
  });

  it('refuses a number like an Aadhaar number and a text that is too long, in any outcome', () => {
    expect(missing({ remarks: aadhaarLike })).toEqual(['outcome', 'aadhaar']);
    expect(missing({ outcome: 'approve', remarks: `आधार ${aadhaarLike}` })).toEqual(['aadhaar']);
    expect(missing({ outcome: 'approve', remarks: '२३४५ ६७८९ ०१२४' })).toEqual(['aadhaar']);
    expect(missing({ outcome: 'approve', remarks: 'क'.repeat(2001) })).toEqual(['tooLong']);
    const override = [{ ruleId: 'fee' as const, reason: aadhaarLike }];
    expect(missing({ outcome: 'hold', remarks: 'नमूना', overrides: override })).toEqual(['aadhaar']);
  });

  it('gives what the contract accepts', () => {
    const form = checkForm({ ...emptyDraft, outcome: 'reject', reasonCodes: ['R01'] }, failing);
    if (!form.ok) throw new Error('The form is complete');
    const parsed = contract['decision.record'].input.safeParse({
      requestId: 'r',
      requestVersion: 1,
      ...form.fields,
    });
    expect(parsed.success).toBe(true);
  });
});

describe('reasonsFor', () => {
  it('has none for an approval', () => {
    expect(reasonsFor('approve', reasonCodes)).toEqual([]);
    expect(reasonsFor('hold', reasonCodes).map((reason) => reason.code)).toEqual(['A01']);
  });
});

describe('withOverride', () => {
  it('replaces, and removes what was emptied', () => {
    const once = withOverride(emptyDraft, 'fee', 'क');
    const twice = withOverride(once, 'fee', 'ख');
    expect(twice.overrides).toEqual([{ ruleId: 'fee', reason: 'ख' }]);
    expect(withOverride(twice, 'fee', '').overrides).toEqual([]);
  });
});

describe('savableDraft', () => {
  it('keeps the last clean text in place of one that must not be kept, and everything else', () => {
    const kept: Draft = { ...emptyDraft, remarks: 'नमूना', overrides: [{ ruleId: 'fee', reason: 'क' }] };
    const typed: Draft = {
      ...kept,
      outcome: 'hold',
      remarks: `नमूना ${aadhaarLike}`,
      overrides: [
        { ruleId: 'fee', reason: aadhaarLike },
        { ruleId: 'max-3', reason: 'ख' },
      ],
    };
    expect(hasTextFault(typed)).toBe(true);
    const saved = savableDraft(typed, kept);
    expect(saved).toEqual({
      ...kept,
      outcome: 'hold',
      overrides: [
        { ruleId: 'fee', reason: 'क' },
        { ruleId: 'max-3', reason: 'ख' },
      ],
    });
    expect(hasTextFault(saved)).toBe(false);
    expect(savableDraft({ ...kept, remarks: 'क'.repeat(2001) }, kept).remarks).toBe('नमूना');
  });

  it('keeps a verdict and a pin without the words that must not be kept', () => {
    const pin = { id: 'pin-1', documentId: 'd1', box: { page: 0, x: 0, y: 0, width: 1, height: 1 } };
    const verdict = { id: 'pan-form', documentId: null, verdict: 'not-in-order' } as const;
    const kept: Draft = { ...emptyDraft, pins: [{ ...pin, note: 'क' }] };
    const typed: Draft = {
      ...emptyDraft,
      verdicts: [{ ...verdict, note: 'क'.repeat(501) }],
      pins: [{ ...pin, note: aadhaarLike }],
    };
    expect(hasTextFault(typed)).toBe(true);
    const saved = savableDraft(typed, kept);
    expect(saved.verdicts).toEqual([{ ...verdict, note: '' }]);
    expect(saved.pins).toEqual(kept.pins);
    expect(hasTextFault(saved)).toBe(false);
  });
});
