import type { LocalAddition } from '../domain/local-addition.ts';
import type { District, Helpline } from '../domain/master.ts';
import type { Bilingual, Instant, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { inLanguage } from '../text/format.ts';
import type { Block, Picture } from './paper.ts';
import { paperWords } from './paper-words.ts';

/** What each paper of an office needs to know about it. */
export interface OfficeFacts {
  district: District;
  /** The office's own lines; empty where it has none. */
  letterhead: readonly Bilingual[];
  /** The post in whose name is signed. */
  signingTitle: Bilingual;
  logo: Omit<Picture, 'alt'> | null;
  helplines: readonly Pick<Helpline, 'label' | 'number'>[];
  madeAt: Instant;
  /** Papers of a demo say so: nobody may take one for an order. */
  isSample: boolean;
}

/** The office as its own additions describe it: the latest letterhead, title and logo, all helplines. */
export function officeFacts(given: {
  district: District;
  officerTitle: Bilingual;
  helplines: readonly Helpline[];
  additions: readonly LocalAddition[];
  madeAt: Instant;
  isSample: boolean;
}): OfficeFacts {
  const { additions, officerTitle, helplines, ...rest } = given;
  const entries = additions.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ entry }) => entry);
  const letterhead = entries.findLast((entry) => entry.kind === 'letterhead');
  const title = entries.findLast((entry) => entry.kind === 'signing-title');
  const logo = entries.findLast((entry) => entry.kind === 'logo');
  return {
    ...rest,
    letterhead: letterhead?.lines ?? [],
    signingTitle: title?.title ?? officerTitle,
    logo: logo ? { mime: logo.mime, base64: logo.base64 } : null,
    helplines: [...helplines, ...entries.filter((entry) => entry.kind === 'helpline')],
  };
}

/** The head of every paper: the office's lines, or the ones that any office has. */
export function headBlocks(office: OfficeFacts, language: Language): Block[] {
  const words = paperWords(language);
  const own = office.letterhead.map((line) => inLanguage(line, language));
  const title = inLanguage(office.signingTitle, language) || words.officeTitle;
  const usual = [
    fillText(words.office, { title }),
    words.department,
    fillText(words.district, { district: inLanguage(office.district.name, language) }),
  ];
  const logo = office.logo && { ...office.logo, alt: words.logo };
  const sample: Block[] = office.isSample ? [{ kind: 'paragraph', text: words.sample, style: 'strong' }] : [];
  return [{ kind: 'letterhead', lines: own.length > 0 ? own : usual, logo }, ...sample];
}

/** One line for each helpline; a paper without any has no block. */
export function helplineBlocks(office: OfficeFacts, language: Language): Block[] {
  if (office.helplines.length === 0) return [];
  const rows = office.helplines.map(({ label, number }) => ({
    label: inLanguage(label, language) || paperWords(language).fields.helpline,
    value: { text: number, asTyped: number },
  }));
  return [{ kind: 'facts', rows, longLabels: true }];
}
