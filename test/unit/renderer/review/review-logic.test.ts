import { describe, expect, it } from 'vitest';
import { decisionId } from '../../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../../shared/domain/request.ts';
import { slimRowOf } from '../../../../shared/domain/slim-row.ts';
import type { RequestDetail } from '../../../../shared/ipc/contract.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { markWords } from '../../../../renderer/features/review/mark-words.ts';
import { orderOf } from '../../../../renderer/features/review/order-of.ts';
import { countResults, rulesForReview } from '../../../../renderer/features/review/rule-order.ts';
import { isDecidable, standingDecision } from '../../../../renderer/features/review/standing.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const due = { day7: '2026-10-12', day15: '2026-10-26', unknownYears: [], paused: false };

describe('the marks in words', () => {
  it('never say of the coordinator’s consent that the server’s record is missing', () => {
    const t = startI18n('hi', (key) => {
      throw new Error(`No text for ${key}`);
    }).getFixedT('hi', 'review');
    const words = (kind: DocumentKind) => markWords({ kind, mark: 'needed' }, t);
    expect(words('coordinator-consent')).not.toBe(words('aadhaar'));
    expect(words('pan')).toBe(words('aadhaar'));
  });
});

describe('the order of rules', () => {
  it('puts failing before unknown before passing, each in the order of the rule set', () => {
    const results = ['pass', 'unknown', 'fail', 'pass', 'fail'] as const;
    const ids = ['category-c', 'lsp-20-kiosks', 'fee', 'window', 'reason'] as const;
    const rules = ids.map((id, index) => ({
      id,
      result: results[index] ?? 'pass',
      because: 'given',
      evidence: {},
      asOf: null,
      orderNo: null,
    }));
    expect(rulesForReview(rules).map((rule) => rule.id)).toEqual([
      'fee',
      'reason',
      'lsp-20-kiosks',
      'category-c',
      'window',
    ]);
    expect(countResults(rules)).toEqual({ fail: 2, unknown: 1, pass: 2 });
  });
});

describe('whether a request can be decided', () => {
  type State = NonNullable<RequestDetail['decision']>['state'];
  function detail(
    status: 'pending' | 'on-hold' | 'returned' | 'approved',
    state: State | null,
    outcome: 'approve' | 'return' | 'hold' = 'approve',
    pile?: 'to-do' | 'done' | 'waiting',
  ): RequestDetail {
    const request = sampleRequest({ status });
    const id = decisionId.parse('0193a0c0-0000-7000-8000-000000000001');
    const decision = state && { id, outcome, state };
    const row = slimRowOf(request, due, { decision, hasDraft: false } as never, 1);
    return {
      row: pile ? { ...row, pile } : row,
      request,
      targetFigures: null,
      rules: [],
      draft: null,
      scans: [],
      decision: decision && {
        ...decision,
        reasonCodes: [],
        remarks: '',
        verdicts: [],
        pins: [],
        recordedAt: '2026-10-02T06:00:00.000Z',
        sealsAt: '2026-10-02T06:10:00.000Z',
        orderNo: null,
      },
      transfer: null,
    };
  }

  it('is so while it is open and nothing stands', () => {
    expect(isDecidable(detail('pending', null))).toBe(true);
    expect(isDecidable(detail('on-hold', null))).toBe(true);
    expect(isDecidable(detail('returned', null))).toBe(true);
    expect(isDecidable(detail('approved', null))).toBe(false);
  });

  it.each(['recorded', 'sealed', 'sent'] as const)('is not so while a decision is %s', (state) => {
    expect(isDecidable(detail('pending', state))).toBe(false);
    expect(standingDecision(detail('pending', state))?.state).toBe(state);
  });

  it.each(['refused', 'conflicted'] as const)('is so again when it was %s', (state) => {
    expect(isDecidable(detail('pending', state, 'approve', 'to-do'))).toBe(true);
  });

  it('waits for the server’s version after an acceptance, and goes on from there', () => {
    expect(isDecidable(detail('pending', 'accepted', 'approve', 'done'))).toBe(false);
    expect(isDecidable(detail('approved', 'accepted', 'approve', 'done'))).toBe(false);
    expect(isDecidable(detail('returned', 'accepted', 'return', 'waiting'))).toBe(true);
    expect(isDecidable(detail('pending', 'accepted', 'return', 'to-do'))).toBe(true);
  });

  it('has an order from the sealing on, and none for a hold', () => {
    const sealed = (outcome: 'approve' | 'hold') => {
      const { decision, ...rest } = detail('pending', 'sealed', outcome);
      return { ...rest, decision: decision && { ...decision, orderNo: 'MIG/JAIPUR-A/2026/0007' } };
    };
    expect(orderOf(detail('pending', 'recorded'))).toBeNull();
    expect(orderOf(sealed('approve'))?.orderNo).toBe('MIG/JAIPUR-A/2026/0007');
    expect(orderOf(sealed('hold'))).toBeNull();
  });
});
