import { describe, expect, it } from 'vitest';
import {
  decisionContent,
  draft,
  maximumContentLength,
  type DecisionContent,
} from '../../../../shared/domain/decision.ts';
import { contentOf } from '../../../contract/store-fixture.ts';

describe('what older versions of the desk kept', () => {
  it('reads a draft without verdicts and pins', () => {
    const older = { outcome: null, reasonCodes: [], remarks: 'नमूना', overrides: [], checklist: [] };
    expect(draft.parse(older)).toEqual({ ...older, verdicts: [], pins: [] });
  });

  it('reads a decision without advice, verdicts and pins', () => {
    const { documentChecks, verdicts, pins, ...older } = contentOf(1, 1);
    expect([documentChecks, verdicts, pins]).toEqual([[], [], []]);
    expect(decisionContent.parse(older)).toEqual({ ...older, documentChecks, verdicts, pins });
  });
});

describe('the largest decision about documents', () => {
  it('can still travel', () => {
    const rule = {
      id: 'fee',
      result: 'fail',
      because: 'notPaid',
      asOf: '2026-10-01',
      orderNo: 'क'.repeat(80),
    };
    const parts: Partial<Record<keyof DecisionContent, unknown>> = {
      remarks: 'क'.repeat(2000),
      overrides: Array.from({ length: 20 }, () => ({ ruleId: 'fee', reason: 'क'.repeat(500) })),
      rules: Array.from({ length: 40 }, () => ({ ...rule, evidence: { name: 'क'.repeat(300) } })),
      checklist: Array.from({ length: 60 }, () => ({
        ...{ documentId: 'd'.repeat(64), kind: 'coordinator-consent', mark: 'not-needed' },
      })),
      documentChecks: Array.from({ length: 300 }, () => ({
        ...{
          id: 'aadhaar-code-against-print',
          documentId: 'd'.repeat(64),
          result: 'unknown',
          why: 'w'.repeat(60),
        },
      })),
    };
    const content = decisionContent.parse({ ...contentOf(1, 1), ...parts });
    // Verdicts and pins come on top: `checkDecision` takes up to 60,000 characters of them.
    expect(JSON.stringify(content).length + 60_000).toBeLessThan(maximumContentLength);
  });
});
