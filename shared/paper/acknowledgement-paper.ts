import type { MigrationRequest } from '../domain/request.ts';
import type { SlimRow } from '../domain/slim-row.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate, formatInstant, inLanguage } from '../text/format.ts';
import { indiaDate } from '../domain/india-date.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, helplineBlocks, type OfficeFacts } from './office-facts.ts';
import type { Block, Paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { dueFacts, feeFact, requestFacts, type LspNames } from './request-facts.ts';

export interface AcknowledgementFacts {
  request: MigrationRequest;
  row: Pick<SlimRow, 'day7On' | 'dueOn' | 'unknownYears' | 'paused'>;
  lsps: LspNames;
  office: OfficeFacts;
}

/** For the operator: that the application has come, and by when an answer may be expected. */
export function acknowledgementPaper(facts: AcknowledgementFacts, language: Language): Paper {
  const { request, row, lsps, office } = facts;
  const words = paperWords(language);
  const { title, body, process, documents, keep } = words.acknowledgement;
  const due = dueFacts(row, language);
  const small = (text: string): Block => ({ kind: 'paragraph', text, style: 'small' });
  return {
    title: `${title} ${request.requestNo}`,
    subject: request.requestNo,
    fileName: fileNameOf('acknowledgement', request.requestNo, language),
    language,
    landscape: false,
    footer: `${request.requestNo} · ${fillText(words.madeAt, { at: formatInstant(office.madeAt) })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'ends',
        start: fillText(words.number, { number: request.requestNo }),
        end: fillText(words.date, { date: formatDate(indiaDate(Date.parse(office.madeAt))) }),
      },
      { kind: 'paragraph', text: body, style: 'plain' },
      {
        kind: 'facts',
        rows: [
          ...requestFacts(request, lsps, language),
          { label: words.fields.reason, value: request.reason?.trim() || words.notRecorded },
          feeFact(request, language),
          ...due.facts,
        ],
      },
      ...due.caveats.map(small),
      { kind: 'paragraph', text: [process, documents, keep].join(' '), style: 'plain' },
      ...helplineBlocks(office, language),
      {
        kind: 'closing',
        code: null,
        signature: [
          words.order.signature,
          inLanguage(office.signingTitle, language) || words.officeTitle,
          fillText(words.order.district, { district: inLanguage(office.district.name, language) }),
        ],
      },
    ],
  };
}
