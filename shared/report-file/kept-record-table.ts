import hi from '../locales/hi/record.json' with { type: 'json' };
import en from '../locales/en/record.json' with { type: 'json' };
import type { IsoDate, Language } from '../domain/values.ts';
import type { KeptDecision } from '../ipc/views/leave.ts';
import { fillText } from '../text/fill-text.ts';
import { formatInstant } from '../text/format.ts';
import type { ReportTable } from './report-table.ts';

const texts = { hi, en };
type Texts = typeof hi;

interface Proved extends KeptDecision {
  content: string;
  officerSignature: string;
  proof: { text: string; signature: string } | null;
}

/** The signed record of a desk: what can be read, and beside it the texts and signatures that prove it. */
export function keptRecordTable(decisions: readonly Proved[], language: Language): ReportTable {
  const text: Texts = texts[language];
  const { columns } = text;
  return {
    title: text.title,
    sheet: text.sheet,
    columns: [
      ...[columns.orderNo, columns.decision, columns.recordedAt, columns.state, columns.answer],
      ...[columns.receiptNo, columns.acceptedAt, columns.requestId, columns.decisionId, columns.contentHash],
      ...[columns.content, columns.officerSignature, columns.receiptText, columns.receiptSignature],
    ],
    rows: decisions.map((each) => [
      ...[each.orderNo, text.outcomes[each.outcome], formatInstant(each.recordedAt), text.states[each.state]],
      ...[each.answer, each.receipt?.serverSequence ?? null],
      each.receipt ? formatInstant(each.receipt.acceptedAt) : null,
      ...[each.requestId, each.decisionId, each.receipt?.contentHash ?? null, each.content],
      ...[each.officerSignature, each.proof?.text ?? null, each.proof?.signature ?? null],
    ]),
    note: text.note,
  };
}

export function keptRecordName(today: IsoDate, language: Language): string {
  return `${fillText(texts[language].fileName, { date: today })}.csv`;
}
