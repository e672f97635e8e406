import type { DaySummary } from '../domain/day/day-summary.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate, formatInstant, formatNumber, inLanguage } from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, type OfficeFacts } from './office-facts.ts';
import type { Block, Paper } from './paper.ts';
import { paperWords, type PaperWords } from './paper-words.ts';

export interface DaySummaryFacts {
  summary: DaySummary;
  office: OfficeFacts;
}

/** The office's day on paper: windows, counts, and what is late by name. */
export function daySummaryPaper({ summary, office }: DaySummaryFacts, language: Language): Paper {
  const words = paperWords(language);
  const { day } = words;
  const date = formatDate(summary.today);
  const strong = (text: string): Block => ({ kind: 'paragraph', text, style: 'strong' });
  return {
    title: `${day.title} ${date}`,
    subject: summary.today,
    fileName: fileNameOf('day-summary', summary.today, language),
    language,
    landscape: true,
    footer: `${day.title} ${date} · ${fillText(words.madeAt, { at: formatInstant(office.madeAt) })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: day.title },
      {
        kind: 'ends',
        start: fillText(words.date, { date }),
        end: fillText(words.asOf, { date: summary.asOf ? formatDate(summary.asOf) : words.notRecorded }),
      },
      ...(summary.isWorkingDay ? [] : [strong(day.notWorking)]),
      ...(summary.holidaysKnown ? [] : [strong(day.holidaysUnknown)]),
      { kind: 'heading', level: 2, text: day.windows },
      { kind: 'list', ordered: false, items: windowLines(summary, words) },
      { kind: 'heading', level: 2, text: day.counts },
      { kind: 'facts', rows: counts(summary, words) },
      ...lateBlocks(summary, language),
    ],
  };
}

function windowLines({ windows, openWindow }: DaySummary, { day }: PaperWords): string[] {
  const dates = ({ from, to, orderNo }: { from: string; to: string; orderNo: string }) => ({
    from: formatDate(from),
    to: formatDate(to),
    orderNo,
  });
  const open = openWindow
    ? fillText(day.openWindow, { ...dates(openWindow), days: formatNumber(openWindow.workingDaysLeft) })
    : day.noWindow;
  return [open, ...windows.map((notice) => fillText(day.window[notice.kind], dates(notice)))];
}

function counts(summary: DaySummary, { day }: PaperWords): { label: string; value: string }[] {
  const names = day.count;
  const rows: [string, number][] = [
    [names.toDo, summary.toDo],
    [names.waiting, summary.waiting],
    [names.receivedToday, summary.receivedToday],
    [names.dueSoon, summary.dueSoon],
    [names.late, summary.late.length],
    [names.approve, summary.decidedToday.approve],
    [names.reject, summary.decidedToday.reject],
    [names.return, summary.decidedToday.return],
    [names.hold, summary.decidedToday.hold],
    [names.undoable, summary.undoable],
    [names.unsent, summary.unsent],
    [names.refused, summary.refused],
    [names.conflicted, summary.conflicted],
    [names.transfersWaiting, summary.transfersWaiting],
    [names.transfersFailed, summary.transfersFailed],
    [names.transfersToAcknowledge, summary.transfersToAcknowledge],
    [names.followUpsOpen, summary.followUpsOpen],
  ];
  return rows.map(([label, count]) => ({ label, value: formatNumber(count) }));
}

function lateBlocks({ late }: DaySummary, language: Language): Block[] {
  const words = paperWords(language);
  const { day } = words;
  const heads = day.lateColumns;
  if (late.length === 0) {
    return [
      { kind: 'heading', level: 2, text: day.late },
      { kind: 'paragraph', text: day.noLate, style: 'plain' },
    ];
  }
  return [
    {
      kind: 'table',
      caption: day.late,
      columns: [
        { head: heads.requestNo, width: 15, align: 'start' },
        { head: heads.kioskCode, width: 14, align: 'start' },
        { head: heads.centre, width: 20, align: 'start' },
        { head: heads.status, width: 11, align: 'start' },
        { head: heads.receivedOn, width: 11, align: 'start' },
        { head: heads.dueOn, width: 11, align: 'start' },
        { head: heads.daysLate, width: 8, align: 'end' },
        { head: heads.remarks, width: 10, align: 'start' },
      ],
      rows: late.map((one) => [
        one.requestNo,
        one.kioskCode,
        inLanguage(one.centreName, language),
        words.status[one.status],
        formatDate(one.receivedOn),
        formatDate(one.dueOn),
        formatNumber(one.daysLate),
        one.unknownYears.length === 0 ? '' : fillText(day.lateCaveat, { years: one.unknownYears.join(', ') }),
      ]),
      totals: null,
    },
  ];
}
