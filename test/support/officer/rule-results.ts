import { ruleIds, type RuleId, type RuleResult } from '../../../shared/domain/rule-result.ts';
import type { Officer } from './officer.ts';
import { backToQueue } from './reviewing.ts';

/** What the review shows of every rule; opens the request for it, and leaves it again. */
export async function ruleResults(
  officer: Officer,
  requestNo: string,
): Promise<Map<RuleId, RuleResult['result']>> {
  await officer.open(requestNo);
  const lines = await officer.page.locator('.review-rule').evaluateAll((all) =>
    all.map((line) => ({
      title: line.querySelector('.review-rule-title')?.textContent ?? '',
      result: line.getAttribute('data-result') as RuleResult['result'],
    })),
  );
  await backToQueue(officer);
  const shown = ruleIds.map((id) => {
    const found = lines.find(({ title }) => title === officer.text('rules', `${id}.title`));
    if (!found) throw new Error(`The review does not show the rule ${id}`);
    return [id, found.result] as const;
  });
  return new Map(shown);
}

/** The rules with a result, in their own order. */
export function rulesWith(
  results: ReadonlyMap<RuleId, RuleResult['result']>,
  result: RuleResult['result'],
): RuleId[] {
  return [...results].filter(([, one]) => one === result).map(([id]) => id);
}
