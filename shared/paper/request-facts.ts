import type { MigrationRequest } from '../domain/request.ts';
import type { SlimRow } from '../domain/slim-row.ts';
import type { Bilingual, Language } from '../domain/values.ts';
import { fillText } from '../text/fill-text.ts';
import { formatDate, formatRupees, inLanguage } from '../text/format.ts';
import type { Words } from './paper.ts';
import { paperWords } from './paper-words.ts';

export interface LspNames {
  current: Bilingual;
  target: Bilingual;
}

interface Fact<Value extends Words = string> {
  label: string;
  value: Value;
}

/** Whose request it is and from where to where; what every paper about one request begins with. */
export function requestFacts(request: MigrationRequest, lsps: LspNames, language: Language): Fact[] {
  const { fields, notRecorded } = paperWords(language);
  const { mobileLast4 } = request.applicant;
  const fact = (label: string, value: string): Fact => ({ label, value: value || notRecorded });
  return [
    fact(fields.requestNo, request.requestNo),
    fact(fields.kioskCode, request.kioskCode),
    ...(request.newKioskCode === null ? [] : [fact(fields.newKioskCode, request.newKioskCode)]),
    fact(fields.centre, inLanguage(request.centreName, language)),
    fact(fields.applicant, inLanguage(request.applicant.name, language)),
    ...(mobileLast4 === null
      ? []
      : [fact(fields.mobile, fillText(fields.mobileLast4, { digits: mobileLast4 }))]),
    fact(fields.block, inLanguage(request.block, language)),
    fact(fields.currentLsp, inLanguage(lsps.current, language)),
    fact(fields.targetLsp, inLanguage(lsps.target, language)),
    fact(fields.applicationDate, formatDate(request.applicationDate)),
    fact(fields.receivedOn, formatDate(request.receivedOn)),
  ];
}

/** Until when the office has time, with the caveat where a year's holidays are not recorded. */
export function dueFacts(
  row: Pick<SlimRow, 'day7On' | 'dueOn' | 'unknownYears' | 'paused'>,
  language: Language,
): { facts: Fact[]; caveats: string[] } {
  const { fields, due } = paperWords(language);
  const years = row.unknownYears.join(', ');
  return {
    facts: [
      { label: fields.day7, value: formatDate(row.day7On) },
      { label: fields.day15, value: formatDate(row.dueOn) },
    ],
    caveats: [
      ...(row.paused ? [due.paused] : []),
      ...(row.unknownYears.length > 0 ? [fillText(due.caveat, { years })] : []),
    ],
  };
}

export function feeFact({ fee }: MigrationRequest, language: Language): Fact<Words> {
  const { fields, notRecorded } = paperWords(language);
  if (fee === null) return { label: fields.fee, value: notRecorded };
  const values = {
    amount: formatRupees(fee.amount),
    date: formatDate(fee.paidOn),
    reference: fee.reference || notRecorded,
  };
  return { label: fields.fee, value: { text: fillText(fields.feePaid, values), asTyped: fee.reference } };
}
