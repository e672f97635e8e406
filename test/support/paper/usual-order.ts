import { evaluateRules } from '../../../shared/domain/rules/evaluate-rules.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import { documentKind } from '../../../shared/domain/request.ts';
import type { Language } from '../../../shared/domain/values.ts';
import type { OrderOutcome } from '../../../shared/paper/order-paper.ts';
import type { Paper } from '../../../shared/paper/paper.ts';
import {
  demoDistricts,
  demoFigures,
  demoLsps,
  demoRuleSet,
  demoWindows,
} from '../../central-server/seed/demo-master.ts';
import { passing } from '../e2e/sample-cases.ts';
import { sampleRequest } from '../samples/sample-request.ts';
import { sampleContent, sampleOrder } from './sample-papers.ts';

const day = '2026-10-13';

/** An order as an office gives them every day: all rules, all documents of the list, one remark. */
export function usualOrder(language: Language, outcome: OrderOutcome): Paper {
  const lsps = demoLsps(day);
  const request = passing(sampleRequest({ receivedOn: day }));
  const figures = demoFigures(lsps, demoDistricts(), day).find(({ lspId }) => lspId === request.targetLspId);
  const rules = evaluateRules({
    ...{ request, figures: figures ?? null, windows: demoWindows(day), ruleSets: [demoRuleSet] },
  });
  const checklist = documentKind.options.map((kind: DocumentKind) => ({
    ...{
      documentId: kind,
      kind,
      mark: kind === 'application' ? ('checked' as const) : ('not-needed' as const),
    },
  }));
  const content = sampleContent({
    ...{ outcome, rules, checklist, overrides: [], reasonCodes: outcome === 'approve' ? [] : ['R01'] },
    remarks: 'नमूना: अभिलेख देखे गए, शुल्क की रसीद का मिलान किया गया, सब सही पाया गया।',
  });
  return sampleOrder(language, outcome, { content, request });
}
