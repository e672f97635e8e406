import type { DecisionContent } from '../domain/decision.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate } from '../text/format.ts';
import { ruleSentence, ruleTitle } from '../text/rule-sentence.ts';
import type { Block, Table, Words } from './paper.ts';
import { paperWords } from './paper-words.ts';

/** Every rule as it was judged for the decision: also those that passed, and those that nobody could know. */
export function ruleTable(rules: DecisionContent['rules'], language: Language): Table {
  const words = paperWords(language);
  const { ruleColumns: heads } = words.order;
  const rows = rules.map((rule, index) => [
    String(index + 1),
    ruleTitle(rule.id, language),
    words.order.results[rule.result],
    basisWords(rule, language),
    [rule.asOf === null ? '' : formatDate(rule.asOf), rule.orderNo ?? ''].filter(Boolean).join('\n') || '–',
  ]);
  return {
    kind: 'table',
    caption: words.order.rules,
    columns: [
      { head: words.serial, width: 8, align: 'end' },
      { head: heads.rule, width: 23, align: 'start' },
      { head: heads.result, width: 10, align: 'start' },
      { head: heads.sentence, width: 40, align: 'start' },
      { head: heads.source, width: 19, align: 'start' },
    ],
    rows,
    totals: null,
  };
}

/** Of the evidence of all rules only the fee's holds a payment reference. */
function basisWords(rule: DecisionContent['rules'][number], language: Language): Words {
  const text = ruleSentence(rule, language);
  const { reference } = rule.evidence;
  return rule.id === 'fee' && typeof reference === 'string' ? { text, asTyped: reference } : text;
}

/** A rule that failed and was set aside is said in so many words, with the officer's reason. */
export function overrideBlocks(overrides: DecisionContent['overrides'], language: Language): Block[] {
  if (overrides.length === 0) return [];
  const { order } = paperWords(language);
  const items = overrides.map(({ ruleId, reason }) =>
    fillText(order.override, { rule: ruleTitle(ruleId, language), reason }),
  );
  return [
    { kind: 'heading', level: 2, text: order.overrides },
    { kind: 'list', ordered: true, items },
  ];
}

/**
 * The documents as they were marked. The manager's permission is not among them: it is this order. The coordinator's
 * consent is recorded, not fetched, so that it is never missing from the server's record.
 */
export function checklistBlocks(marks: DecisionContent['checklist'], language: Language): Block[] {
  const words = paperWords(language);
  const checklist = marks.filter(({ kind }) => kind !== 'permission');
  const heads = words.order.checklistColumns;
  if (checklist.length === 0) {
    return [
      { kind: 'heading', level: 2, text: words.order.checklist },
      { kind: 'paragraph', text: words.order.noChecklist, style: 'plain' },
    ];
  }
  return [
    {
      kind: 'table',
      caption: words.order.checklist,
      columns: [
        { head: words.serial, width: 8, align: 'end' },
        { head: heads.document, width: 52, align: 'start' },
        { head: heads.mark, width: 40, align: 'start' },
      ],
      rows: checklist.map(({ kind, mark }, index) => [
        String(index + 1),
        words.documents[kind],
        kind === 'coordinator-consent' && mark === 'needed' ? words.notRecorded : words.marks[mark],
      ]),
      totals: null,
    },
  ];
}
