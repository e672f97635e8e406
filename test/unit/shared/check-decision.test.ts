import { describe, expect, it } from 'vitest';
import { checkDecision, type ProposedDecision } from '../../../shared/domain/check-decision.ts';
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
const proposed: ProposedDecision = { outcome: 'approve', reasonCodes: [], remarks: '', overrides: [] };

function faultOf(changes: Partial<ProposedDecision>, rules: RuleResult[] = []): string {
  const checked = checkDecision({ ...proposed, ...changes }, rules, codes);
  return checked.ok ? 'none' : checked.error.kind;
}

describe('checkDecision', () => {
  it('lets an approval pass when no rule fails; unknown rules do not block it', () => {
    expect(faultOf({}, [{ ...failing, result: 'unknown' }])).toBe('none');
  });

  it('asks for a reason for each failing rule that is set aside', () => {
    expect(faultOf({}, [failing])).toBe('override-missing');
    expect(faultOf({ overrides: [{ ruleId: 'fee', reason: '  ' }] }, [failing])).toBe('override-missing');
    expect(faultOf({ overrides: [{ ruleId: 'fee', reason: 'रसीद देखी' }] }, [failing])).toBe('none');
  });

  it.each(['reject', 'return'] as const)('%s needs a coded reason that fits', (outcome) => {
    expect(faultOf({ outcome, remarks: 'only words' })).toBe('reason-missing');
    expect(faultOf({ outcome, reasonCodes: [outcome === 'reject' ? 'B01' : 'R01'] })).toBe('reason-missing');
    expect(faultOf({ outcome, reasonCodes: [outcome === 'reject' ? 'R01' : 'B01'] })).toBe('none');
  });

  it('a hold needs a reason or remarks', () => {
    expect(faultOf({ outcome: 'hold' })).toBe('remarks-missing');
    expect(faultOf({ outcome: 'hold', remarks: 'जांच लंबित' })).toBe('none');
    expect(faultOf({ outcome: 'hold', reasonCodes: ['B01'] })).toBe('none');
  });

  it('refuses a text that may hold an Aadhaar number', () => {
    expect(faultOf({ remarks: 'संख्या 2345 6789 0124' })).toBe('aadhaar-number-in-text');
  });
});
