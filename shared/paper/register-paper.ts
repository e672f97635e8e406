import { outcome, type DecisionState, type Outcome } from '../domain/decision.ts';
import type { Bilingual, Instant, IsoDate, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import {
  formatDate,
  formatInstant,
  formatNumber,
  formatRecent,
  formatTime,
  inLanguage,
} from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, type OfficeFacts } from './office-facts.ts';
import type { Block, Paper, Table } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { voidReason } from './void-reason.ts';

/** One number of the register, as the store keeps it. */
export interface RegisterLine {
  orderNo: string;
  /** Its place in the device's chain: consecutive on one day, or something is missing. */
  sequence: number;
  requestNo: string;
  kioskCode: string;
  centreName: Bilingual;
  outcome: Outcome;
  sealedAt: Instant;
  state: DecisionState;
  voidWhy: string | null;
  answeredAt: Instant | null;
}

export interface RegisterFacts {
  day: IsoDate;
  series: string;
  lines: readonly RegisterLine[];
  office: OfficeFacts;
}

/** The day's register (पंजिका): every number that was given, the void ones too, with sums. */
export function registerPaper(facts: RegisterFacts, language: Language): Paper {
  const { day, series, office } = facts;
  const lines = facts.lines.toSorted((a, b) => a.sequence - b.sequence);
  const words = paperWords(language);
  const { register } = words;
  const date = formatDate(day);
  return {
    title: `${register.title} ${date}`,
    subject: `${series} ${day}`,
    fileName: fileNameOf('register', `${series}-${day}`, language),
    language,
    landscape: true,
    footer: `${register.title} ${date} · ${fillText(words.madeAt, { at: formatInstant(office.madeAt) })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: register.title },
      {
        kind: 'ends',
        start: fillText(register.day, { date }),
        end: fillText(register.series, { series }),
      },
      lines.length === 0
        ? { kind: 'paragraph', text: register.empty, style: 'plain' }
        : registerTable(lines, day, language),
      ...gaps(lines, register.gap),
      { kind: 'heading', level: 2, text: register.totals },
      totals(lines, language),
      {
        kind: 'closing',
        code: null,
        signature: [words.order.signature, inLanguage(office.signingTitle, language) || words.officeTitle],
      },
    ],
  };
}

function registerTable(lines: readonly RegisterLine[], day: IsoDate, language: Language): Table {
  const words = paperWords(language);
  const { columns } = words.register;
  return {
    kind: 'table',
    caption: words.register.caption,
    columns: [
      { head: words.serial, width: 5, align: 'end' },
      { head: columns.orderNo, width: 17, align: 'start' },
      { head: columns.time, width: 6, align: 'start' },
      { head: columns.requestNo, width: 12, align: 'start' },
      { head: columns.kioskCode, width: 11, align: 'start' },
      { head: columns.centre, width: 18, align: 'start' },
      { head: columns.outcome, width: 10, align: 'start' },
      { head: columns.state, width: 10, align: 'start' },
      { head: columns.remarks, width: 11, align: 'start' },
    ],
    rows: lines.map((line, index) => [
      String(index + 1),
      line.orderNo,
      formatTime(line.sealedAt),
      line.requestNo,
      line.kioskCode,
      inLanguage(line.centreName, language),
      words.outcome[line.outcome],
      stateWords(line, day, language),
      line.voidWhy === null ? '' : voidReason(line.voidWhy, words),
    ]),
    totals: null,
  };
}

function stateWords(line: RegisterLine, day: IsoDate, language: Language): string {
  const { state } = paperWords(language).register;
  if (isVoid(line)) return state.void;
  if (line.state !== 'accepted') return state.waiting;
  const at = line.answeredAt === null ? '' : formatRecent(line.answeredAt, day);
  return fillText(state.accepted, { at });
}

function isVoid(line: RegisterLine): boolean {
  return line.voidWhy !== null || line.state === 'refused' || line.state === 'conflicted';
}

/** The numbers of a device follow each other: where they do not, the paper says so itself. */
function gaps(lines: readonly RegisterLine[], text: string): Block[] {
  return lines.slice(1).flatMap((line, index): Block[] => {
    const before = lines[index]?.sequence ?? line.sequence;
    if (line.sequence <= before + 1) return [];
    const values = { from: String(before + 1), to: String(line.sequence - 1) };
    return [{ kind: 'paragraph', text: fillText(text, values), style: 'strong' }];
  });
}

function totals(lines: readonly RegisterLine[], language: Language): Block {
  const { register, outcome: names } = paperWords(language);
  const standing = lines.filter((line) => !isVoid(line));
  const row = (label: string, count: number) => ({ label, value: formatNumber(count) });
  return {
    kind: 'facts',
    rows: [
      row(register.total, lines.length),
      ...outcome.options.map((one) =>
        row(names[one], standing.filter((line) => line.outcome === one).length),
      ),
      row(register.voids, lines.length - standing.length),
      row(register.pending, standing.filter((line) => line.state !== 'accepted').length),
    ],
  };
}
