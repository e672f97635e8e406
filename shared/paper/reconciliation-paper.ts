import type { Language, Bilingual } from '../domain/values.ts';
import {
  lineKey,
  type KioskSnapshot,
  type ReconciliationLine,
  type Transfer,
} from '../domain/transfer/transfer.ts';
import type { FollowUp } from '../domain/transfer/follow-ups.ts';
import { differenceWords } from '../text/difference-words.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate, formatInstant, formatNumber, formatRupees, inLanguage } from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, type OfficeFacts } from './office-facts.ts';
import type { Block, Paper, Table } from './paper.ts';
import { paperWords, type PaperWords } from './paper-words.ts';

export interface ReconciliationFacts {
  transfer: Transfer;
  centreName: Bilingual;
  lines: readonly ReconciliationLine[];
  /** By `lineKey`. */
  toAcknowledge: readonly string[];
  followUps: readonly FollowUp[];
  /** Names of LSPs by id. */
  lspName: (id: string) => Bilingual;
  /** Names of districts by id. */
  districtName: (id: string) => Bilingual;
  office: OfficeFacts;
}

/** Before beside after, line by line, with what was said about the differences. */
export function reconciliationPaper(facts: ReconciliationFacts, language: Language): Paper {
  const { transfer, office } = facts;
  const words = paperWords(language);
  const { title, body, signature } = words.reconciliation;
  return {
    title: `${title} ${transfer.requestNo}`,
    subject: transfer.requestNo,
    fileName: fileNameOf('reconciliation', transfer.requestNo, language),
    language,
    landscape: false,
    footer: `${transfer.requestNo} · ${fillText(words.madeAt, { at: formatInstant(office.madeAt) })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: body, style: 'plain' },
      { kind: 'facts', rows: transferFacts(facts, language) },
      { kind: 'paragraph', text: resultText(facts, words), style: 'strong' },
      lineTable(facts, language),
      ...acknowledgements(facts, language),
      ...followUpBlocks(facts, words),
      { kind: 'closing', code: null, signature: [signature, inLanguage(office.signingTitle, language)] },
    ],
  };
}

function transferFacts(
  { transfer, centreName, lspName }: ReconciliationFacts,
  language: Language,
): { label: string; value: string }[] {
  const { fields, reconciliation, notRecorded } = paperWords(language);
  const taken = (snapshot: KioskSnapshot | null) =>
    snapshot ? formatInstant(snapshot.takenAt) : notRecorded;
  const fact = (label: string, value: string) => ({ label, value: value || notRecorded });
  return [
    fact(fields.requestNo, transfer.requestNo),
    fact(fields.centre, inLanguage(centreName, language)),
    fact(reconciliation.oldKioskCode, transfer.oldKioskCode),
    fact(fields.newKioskCode, transfer.newKioskCode ?? transfer.oldKioskCode),
    fact(reconciliation.from, inLanguage(lspName(transfer.fromLspId), language)),
    fact(reconciliation.to, inLanguage(lspName(transfer.toLspId), language)),
    fact(reconciliation.beforeAt, taken(transfer.before)),
    fact(reconciliation.afterAt, taken(transfer.after)),
  ];
}

function resultText({ lines, toAcknowledge }: ReconciliationFacts, { reconciliation }: PaperWords): string {
  // Nothing compared is nothing found, and must not read like it.
  if (lines.length === 0) return reconciliation.notCompared;
  const count = lines.filter((line) => line.verdict === 'differs').length;
  if (count === 0) return reconciliation.allSame;
  const values = { count: formatNumber(count), open: formatNumber(toAcknowledge.length) };
  return fillText(reconciliation.differences, values);
}

function lineTable(facts: ReconciliationFacts, language: Language): Table {
  const words = paperWords(language);
  const { caption, columns, verdict } = words.reconciliation;
  return {
    kind: 'table',
    caption,
    columns: [
      { head: columns.item, width: 28, align: 'start' },
      { head: columns.before, width: 22, align: 'end' },
      { head: columns.after, width: 22, align: 'end' },
      { head: columns.difference, width: 14, align: 'end' },
      { head: columns.verdict, width: 14, align: 'start' },
    ],
    rows: facts.lines.map((line) => [
      itemWords(line, words),
      valueWords(line.before, line, facts, language),
      valueWords(line.after, line, facts, language),
      differenceWords(line),
      verdict[line.verdict],
    ]),
    totals: null,
  };
}

function itemWords(line: ReconciliationLine, { reconciliation }: PaperWords): string {
  const values = { service: line.service ?? '', month: monthWords(line.month) };
  return fillText(reconciliation.item[line.item], values);
}

/** `2026-03` → `03/2026`. */
function monthWords(month: string | null): string {
  return (month ?? '').split('-').toReversed().join('/');
}

function valueWords(
  value: ReconciliationLine['before'],
  { item, unit }: ReconciliationLine,
  { lspName, districtName }: ReconciliationFacts,
  language: Language,
): string {
  const words = paperWords(language);
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return unit === 'paise' ? formatRupees(value) : formatNumber(value);
  if (unit === 'lsp') return inLanguage(lspName(value), language);
  if (item === 'centre-district') return inLanguage(districtName(value), language);
  return unit === 'date' ? formatDate(value) : value;
}

function acknowledgements({ transfer, lines }: ReconciliationFacts, language: Language): Block[] {
  const words = paperWords(language);
  const { acknowledgements: caption, acknowledgementColumns: heads } = words.reconciliation;
  const rows = transfer.acts.flatMap(({ act, at }) => {
    if (act.kind !== 'acknowledge') return [];
    const covered = lines.filter((line) => act.lines.includes(lineKey(line)));
    const names = covered.map((line) => itemWords(line, words)).join('\n');
    return [[formatInstant(at), names || '–', act.reason]];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { head: heads.at, width: 18, align: 'start' },
        { head: heads.lines, width: 34, align: 'start' },
        { head: heads.reason, width: 48, align: 'start' },
      ],
      rows,
      totals: null,
    },
  ];
}

function followUpBlocks({ followUps }: ReconciliationFacts, { reconciliation }: PaperWords): Block[] {
  if (followUps.length === 0) return [];
  const { followUpColumns: heads, followUp, open } = reconciliation;
  return [
    {
      kind: 'table',
      caption: reconciliation.followUps,
      columns: [
        { head: heads.task, width: 44, align: 'start' },
        { head: heads.done, width: 20, align: 'start' },
        { head: heads.remarks, width: 36, align: 'start' },
      ],
      rows: followUps.map(({ kind, doneAt, note }) => [
        followUp[kind],
        doneAt === null ? open : formatInstant(doneAt),
        note ?? '',
      ]),
      totals: null,
    },
  ];
}
