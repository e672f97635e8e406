import { documentCheckId, type DocumentCheck } from '../document-check.ts';
import { aadhaarChecks } from './aadhaar-checks.ts';
import { usualLimits, type CheckInput } from './check-input.ts';
import { comparisonChecks } from './comparison-checks.ts';
import { elsewhereChecks } from './elsewhere-checks.ts';
import { worstOf } from './make-check.ts';
import { panCheck } from './pan-check.ts';
import { onePersonChecks } from './one-person.ts';
import { byText, papersOf } from './paper.ts';
import { scanChecks } from './scan-checks.ts';

/**
 * What the readings of a request's documents say for and against each other and the registration: advice for the
 * officer, who decides. Pure: the order of readings and fields changes nothing. What was not read is `unknown`, and
 * never a pass; what concerns a paper that is not there is left out.
 */
export function checkDocuments(input: CheckInput): DocumentCheck[] {
  const { readings, request, slots, today, limits = usualLimits } = input;
  const papers = papersOf(readings, slots);
  const checks = worstOf([
    ...papers.flatMap((paper) => [
      ...aadhaarChecks(paper, today),
      ...panCheck(paper, request, limits),
      ...scanChecks(paper),
    ]),
    ...onePersonChecks(papers, limits),
    ...comparisonChecks(papers, request, today, limits),
    ...elsewhereChecks(papers, input, limits),
  ]);
  const order = documentCheckId.options;
  return checks.sort(
    (a, b) => order.indexOf(a.id) - order.indexOf(b.id) || byText(a.documentId ?? '', b.documentId ?? ''),
  );
}
