import type { MigrationRequest } from './request.ts';
import { normalKioskCode } from './kiosk-code.ts';

/** Splits what an officer types or what a request holds into comparable words: NFKC, lower case, no nukta marks. */
export function searchWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u093C\u0300-\u036F]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word.length > 0);
}

/** The words by which a request is found, each once. Prefixes are the index's work. */
export function searchTokens(request: MigrationRequest): string[] {
  const texts = [
    request.requestNo,
    request.centreName.hi,
    request.centreName.en,
    request.applicant.name.hi,
    request.applicant.name.en,
    request.block.hi,
    request.block.en,
  ];
  const code = request.kioskCode.toLowerCase();
  const tokens = [...texts.flatMap(searchWords), code, code.replace(/^\D+/, '')];
  if (request.applicant.mobileLast4) tokens.push(request.applicant.mobileLast4);
  return [...new Set(tokens)];
}

/** What was typed, as words to find: a kiosk code in any form becomes its normal form. */
export function queryWords(typed: string): string[] {
  const code = normalKioskCode(typed);
  return code ? [code.toLowerCase()] : searchWords(typed);
}
