import type { Bilingual } from '../../values.ts';
import type { CheckEvidence } from '../document-check.ts';
import type { PaperField, ReadField } from '../document-reading.ts';
import type { Paper } from './paper.ts';

/** One text that one side says about something. */
export interface Claim extends CheckEvidence {
  field: PaperField;
  confidence: number;
}

/** What one document says by one means: its print (with a second engine's opinion), or the data it carries. */
export interface ClaimGroup {
  main: Claim[];
  second: Claim[];
}

export type Sayer = 'aadhaar' | 'pan' | 'form';

/**
 * What a kind of paper says about these fields, one group a document. Of Aadhaar, data whose signature holds speaks
 * before the print, and the print before unsigned data. Data that was altered says nothing.
 */
export function claimsOf(
  papers: readonly Paper[],
  sayer: Sayer,
  fields: readonly PaperField[],
): ClaimGroup[] {
  const print = papers
    .filter((paper) => paper.kind === sayer)
    .map((paper) => printGroup(paper, sayer, fields));
  if (sayer !== 'aadhaar') return print.filter(isSaying);
  const carriers = papers.filter(({ kind }) => kind === 'aadhaar' || kind === 'ekyc');
  const signed = carriers.filter(isGenuine).map((paper) => dataGroup(paper, ['secure-qr', 'ekyc'], fields));
  const unsigned = carriers.map((paper) => dataGroup(paper, ['xml-qr'], fields));
  return [signed, print, unsigned].map((groups) => groups.filter(isSaying)).find(hasAny) ?? [];
}

export function hasPaper(papers: readonly Paper[], sayer: Sayer): boolean {
  return papers.some(({ kind }) => kind === sayer || (sayer === 'aadhaar' && kind === 'ekyc'));
}

export function printGroup(paper: Paper, side: Sayer, fields: readonly PaperField[]): ClaimGroup {
  const all = paper.reading.fields.filter((read) => fields.includes(read.field));
  const claims = (source: ReadField['source']) =>
    all.filter((read) => read.source === source).map((read) => claimOf(paper, side, read, read.box));
  const [main, second] = [claims('print'), claims('print-second')];
  return main.length > 0 ? { main, second } : { main: second, second: [] };
}

export function dataGroup(
  paper: Paper,
  sources: readonly ReadField['source'][],
  fields: readonly PaperField[],
): ClaimGroup {
  const side = paper.reading.code?.kind === 'ekyc' ? 'ekyc' : 'aadhaar-code';
  const read = paper.reading.fields.filter(
    (each) => fields.includes(each.field) && sources.includes(each.source),
  );
  const box = paper.reading.code?.box ?? null;
  return { main: read.map((each) => claimOf(paper, side, each, each.box ?? box)), second: [] };
}

/** The name in the registration, in the languages that it has. */
export function registeredName({ hi, en }: Bilingual): ClaimGroup[] {
  const texts: [PaperField, string][] = [
    ['nameHindi', hi.trim()],
    ['name', en.trim()],
  ];
  return [registered(texts.filter(([, text]) => text !== ''))].filter(isSaying);
}

export function registered(texts: readonly (readonly [PaperField, string])[]): ClaimGroup {
  const main = texts.map(([field, text]): Claim => {
    return { side: 'registration', documentId: null, text, box: null, field, confidence: 1 };
  });
  return { main, second: [] };
}

export function isSaying(group: ClaimGroup): boolean {
  return group.main.length > 0;
}

function hasAny(groups: readonly ClaimGroup[]): boolean {
  return groups.length > 0;
}

function isGenuine({ reading }: Paper): boolean {
  return reading.code?.signature.outcome === 'genuine';
}

function claimOf(paper: Paper, side: Claim['side'], read: ReadField, box: Claim['box']): Claim {
  const { documentId } = paper;
  return { side, documentId, text: read.value, box, field: read.field, confidence: read.confidence };
}
