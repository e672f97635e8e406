import type { MigrationRequest } from '../domain/request.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatInstant } from '../text/format.ts';
import { fileNameOf } from './file-name-of.ts';
import { headBlocks, helplineBlocks, type OfficeFacts } from './office-facts.ts';
import type { Block, Paper } from './paper.ts';
import { paperWords } from './paper-words.ts';
import { requestFacts, type LspNames } from './request-facts.ts';

export interface StatusSlipFacts {
  request: MigrationRequest;
  lsps: LspNames;
  /** What happened, in whole sentences with their dates, in the paper's language. */
  story: readonly string[];
  /** Who holds the file: a few words, and the sentence. */
  holder: { title: string; text: string };
  /** Where the clock stands; empty once the file is closed. */
  standing: readonly string[];
  office: OfficeFacts;
}

/** What somebody who asks at the desk takes home: what happened, who holds the file, until when. */
export function statusSlipPaper(facts: StatusSlipFacts, language: Language): Paper {
  const { request, lsps, story, holder, standing, office } = facts;
  const words = paperWords(language);
  const at = formatInstant(office.madeAt);
  const plain = (text: string): Block => ({ kind: 'paragraph', text, style: 'plain' });
  return {
    title: `${words.slip.title} ${request.requestNo}`,
    subject: request.requestNo,
    fileName: fileNameOf('status-slip', request.requestNo, language),
    language,
    landscape: false,
    footer: `${request.requestNo} · ${fillText(words.madeAt, { at })}`,
    watermark: null,
    blocks: [
      ...headBlocks(office, language),
      { kind: 'heading', level: 1, text: words.slip.title },
      plain(fillText(words.slip.asOf, { at })),
      {
        kind: 'facts',
        rows: [
          ...requestFacts(request, lsps, language),
          { label: words.fields.status, value: words.status[request.status] },
        ],
      },
      { kind: 'heading', level: 2, text: words.slip.nowTitle },
      { kind: 'notice', title: `${words.fields.holder}: ${holder.title}`, text: holder.text },
      ...standing.map(plain),
      { kind: 'heading', level: 2, text: words.slip.storyTitle },
      { kind: 'list', ordered: true, items: [...story] },
      ...helplineBlocks(office, language),
    ],
  };
}
