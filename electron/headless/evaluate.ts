import shippedRuleSet from '../../shared/data/rule-set.json' with { type: 'json' };
import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';
import { hasWords } from '../../shared/domain/has-words.ts';
import { indiaDate } from '../../shared/domain/india-date.ts';
import { ruleSet, type RuleSet } from '../../shared/domain/master.ts';
import type { Evidence, RuleResult } from '../../shared/domain/rule-result.ts';
import { evaluateRules, type RuleInput } from '../../shared/domain/rules/evaluate-rules.ts';
import type { RuleFigures, RuleSubject } from '../../shared/domain/rules/rule-subject.ts';
import { firstStaleAfterDays, type Currency } from '../../shared/domain/rules/staleness.ts';
import { ruleSentence } from '../../shared/text/rule-sentence.ts';
import { evaluateInput, firstFault, type EvaluateInput } from './evaluate-input.ts';
import { areOneLsp } from './lsp-key.ts';
import { overallOf, overallSentence } from './overall.ts';
import { readInputFile } from './read-input-file.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

/** `evaluate FILE`: every rule's result for one request, with its evidence in both languages and the order. */
export async function evaluateVerb(args: string[]): Promise<VerbAnswer> {
  const [file, ...others] = args;
  if (file === undefined || others.length > 0) return badInput('Usage: evaluate FILE', 'arguments');
  const read = await readInputFile(file);
  if ('exit' in read) return read;
  const parsed = evaluateInput.safeParse(read.value);
  if (!parsed.success) {
    const { path, message } = firstFault(parsed.error);
    return badInput(`${path}: ${message}.`, path);
  }
  const results = evaluateRules(ruleInputOf(parsed.data, indiaDate(Date.now()))).map(withoutAadhaarNumbers);
  const { purpose } = parsed.data.request;
  const overall = overallOf(results, purpose);
  return {
    exit: overall === 'pass' ? 0 : 1,
    json: { rules: results.map(printed), overall },
    sentence: overallSentence(results, purpose),
  };
}

/** What was typed into a name is printed as evidence: a full number in it is not. */
function withoutAadhaarNumbers(result: RuleResult): RuleResult {
  const facts = Object.entries(result.evidence).map(
    ([name, fact]) => [name, typeof fact === 'string' ? maskAadhaarNumbers(fact) : fact] as const,
  );
  return { ...result, evidence: Object.fromEntries(facts) };
}

function printed(result: RuleResult) {
  const evidence = {
    en: ruleSentence(result, 'en'),
    hi: ruleSentence(result, 'hi'),
    because: result.because,
    asOf: result.asOf,
    ...inRupees(result.evidence),
  };
  return { id: result.id, result: result.result, evidence, order: result.orderNo || null };
}

/** The input is in rupees, so the facts of the output are too. */
function inRupees(evidence: Evidence): Evidence {
  const amounts = ['due', 'paid'] as const;
  const changed = amounts.flatMap((key) => {
    const amount = evidence[key];
    return typeof amount === 'number' ? [[key, amount / 100] as const] : [];
  });
  return { ...evidence, ...Object.fromEntries(changed) };
}

function ruleInputOf(input: EvaluateInput, today: string): RuleInput {
  return {
    request: subjectOf(input.request),
    figures: input.lsp && figuresOf(input.lsp),
    windows: input.windows ?? [],
    ruleSets: input.ruleSets?.map(ruleSetOf) ?? [ruleSet.parse(shippedRuleSet)],
    currency: currencyOf(input, today),
  };
}

const noName = { hi: '', en: '' };

/** A fee that nobody told is not a fee that was not paid: that would be 0. */
function subjectOf(request: EvaluateInput['request']): RuleSubject {
  const { currentLsp, targetLsp } = request;
  return {
    purpose: request.purpose,
    category: request.category,
    categoryToday: request.categoryToday,
    applicationDate: request.applicationDate,
    migrationsBefore: request.migrationsBefore,
    fee: request.feePaid === 0 ? null : { amount: request.feePaid, reference: '', paidOn: null },
    applicant: { name: request.applicant ?? noName },
    registeredOperator: { name: request.registeredOperator ?? noName },
    reason: request.reason,
    currentLspId: currentLsp,
    targetLspId: areOneLsp(currentLsp, targetLsp) ? currentLsp : targetLsp,
  };
}

function figuresOf({ coordinator, ...figures }: NonNullable<EvaluateInput['lsp']>): RuleFigures {
  return { ...figures, coordinatorKnown: coordinator !== null, coordinator: nameOf(coordinator) };
}

/** A name without a letter tells that nobody is appointed, as `false` does. */
function nameOf(coordinator: NonNullable<EvaluateInput['lsp']>['coordinator']): RuleFigures['coordinator'] {
  if (coordinator === true) return noName;
  if (coordinator === false || coordinator === null) return null;
  return hasWords(`${coordinator.hi}${coordinator.en}`) ? coordinator : null;
}

type GivenRuleSet = NonNullable<EvaluateInput['ruleSets']>[number];

function ruleSetOf({ orderNo, orderDate, categories, asOf, ...given }: GivenRuleSet, place: number): RuleSet {
  return {
    ...given,
    id: `rule-set-${place + 1}`,
    version: 1,
    orderNo: orderNo ?? '',
    orderDate: orderDate ?? given.effectiveFrom,
    ...(categories && { categories }),
    ...(asOf !== null && { asOf }),
  };
}

/** What has no `asOf` of its own is treated as current. */
function currencyOf({ staleAfterDays: given, ...input }: EvaluateInput, today: string): Currency {
  const days = typeof given === 'number' ? { figures: given, windows: given, ruleSets: given } : given;
  return {
    today: input.today ?? today,
    windowsAsOf: null,
    ruleSetsAsOf: null,
    staleAfterDays: {
      figures: days?.figures ?? firstStaleAfterDays.figures,
      windows: days?.windows ?? firstStaleAfterDays.windows,
      ruleSets: days?.ruleSets ?? firstStaleAfterDays.ruleSets,
    },
  };
}
