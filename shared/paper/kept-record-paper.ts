import type { KeptDecision } from '../ipc/views/leave.ts';
import type { Instant, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatInstant } from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, type OfficeFacts } from './office-facts.ts';
import type { Paper, Table } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { voidReason } from './void-reason.ts';

export interface KeptRecordFacts {
  series: string;
  /** Since when the desk was to leave; null for a desk that works. */
  since: Instant | null;
  decisions: readonly KeptDecision[];
  office: OfficeFacts;
}

/** All decisions of a computer with the server's receipts: what stays of a desk that left its district. */
export function keptRecordPaper(
  { series, since, decisions, office }: KeptRecordFacts,
  language: Language,
): Paper {
  const words = paperWords(language);
  const { keptRecord } = words;
  return {
    title: keptRecord.title,
    subject: series,
    fileName: fileNameOf('record', series, language),
    language,
    landscape: true,
    footer: `${keptRecord.title} · ${fillText(words.madeAt, { at: formatInstant(office.madeAt) })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: keptRecord.title },
      {
        kind: 'ends',
        start: since === null ? '' : fillText(keptRecord.since, { at: formatInstant(since) }),
        end: fillText(words.register.series, { series }),
      },
      decisions.length === 0
        ? { kind: 'paragraph', text: keptRecord.empty, style: 'plain' }
        : recordTable(decisions, language),
      { kind: 'paragraph', text: keptRecord.note, style: 'plain' },
    ],
  };
}

function recordTable(decisions: readonly KeptDecision[], language: Language): Table {
  const words = paperWords(language);
  const { columns } = words.keptRecord;
  return {
    kind: 'table',
    caption: words.keptRecord.title,
    columns: [
      { head: words.serial, width: 5, align: 'end' },
      { head: columns.orderNo, width: 18, align: 'start' },
      { head: columns.recordedAt, width: 12, align: 'start' },
      { head: columns.outcome, width: 11, align: 'start' },
      { head: columns.receipt, width: 18, align: 'start' },
      { head: columns.contentHash, width: 36, align: 'start' },
    ],
    rows: decisions.map((each, index) => [
      String(index + 1),
      each.orderNo ?? words.none,
      formatInstant(each.recordedAt),
      words.outcome[each.outcome],
      receiptWords(each, language),
      inGroups(each.receipt?.contentHash ?? ''),
    ]),
    totals: null,
  };
}

/** A word of 64 characters would be torn at the edge of its column. */
function inGroups(hash: string): string {
  return (hash.match(/.{1,16}/g) ?? []).join(' ');
}

function receiptWords({ receipt, state, answer }: KeptDecision, language: Language): string {
  const words = paperWords(language);
  const { keptRecord } = words;
  if (receipt) {
    const at = formatInstant(receipt.acceptedAt);
    return fillText(keptRecord.receiptOf, { number: String(receipt.serverSequence), at });
  }
  if (state === 'undone') return keptRecord.undone;
  if (state !== 'refused' && state !== 'conflicted') return keptRecord.unanswered;
  return answer === null ? words.register.state.void : voidReason(answer, words);
}
