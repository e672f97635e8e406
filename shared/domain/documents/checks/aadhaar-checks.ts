import type { DocumentCheck } from '../document-check.ts';
import type { CodeReading, PaperField } from '../document-reading.ts';
import type { IsoDate } from '../../values.ts';
import { claimsOf, dataGroup, isSaying, printGroup, type ClaimGroup } from './claim.ts';
import {
  compareDates,
  compareGenders,
  compareGroups,
  compareLast4,
  compareNames,
  type Comparer,
} from './compare-claims.ts';
import { evidenceOf, makeCheck, type CheckParts } from './make-check.ts';
import type { Paper } from './paper.ts';

/** What can be said of one Aadhaar paper by itself. */
export function aadhaarChecks(paper: Paper, today: IsoDate): DocumentCheck[] {
  if (paper.kind !== 'aadhaar' && paper.kind !== 'ekyc') return [];
  const number = paper.kind === 'aadhaar' ? [numberCheck(paper)] : [];
  return [signatureCheck(paper, today), ...number, ...codeAgainstPrint(paper)];
}

/** A genuine code proves what was issued, not that the print says the same. */
function signatureCheck({ documentId, reading }: Paper, today: IsoDate): DocumentCheck {
  const { code, warnings } = reading;
  const about = { id: 'aadhaar-signature', documentId } as const;
  if (!code) {
    const why = warnings.includes('code-unreadable') ? 'code-unreadable' : 'no-code';
    return makeCheck({ ...about, result: 'unknown', why });
  }
  const evidence = [{ side: sideOf(code), documentId, text: code.version ?? code.kind, box: code.box }];
  if (warnings.includes('another-code-altered'))
    return makeCheck({ ...about, evidence, result: 'fail', why: 'another-code-altered' });
  return makeCheck({ ...about, evidence, ...signatureResult(code, today) });
}

function sideOf(code: CodeReading): 'ekyc' | 'aadhaar-code' {
  return code.kind === 'ekyc' ? 'ekyc' : 'aadhaar-code';
}

function signatureResult(
  { signature, referenceDate }: CodeReading,
  today: IsoDate,
): Pick<CheckParts, 'result' | 'why' | 'params'> {
  switch (signature.outcome) {
    case 'cannot-verify':
      return { result: 'unknown', why: `cannot-verify-${signature.why}` };
    case 'altered':
      return { result: 'fail', why: 'altered', params: { certificate: signature.certificateName } };
    case 'genuine': {
      const params = { certificate: signature.certificateName, on: referenceDate ?? '' };
      if (referenceDate !== null && referenceDate > today)
        return { result: 'look', why: 'dated-ahead', params };
      if (signature.wasValid === null) return { result: 'look', why: 'genuine-undated', params };
      return signature.wasValid
        ? { result: 'pass', why: 'genuine', params }
        : { result: 'look', why: 'genuine-outside-validity', params };
    }
  }
}

/** Verhoeff guards the reading; that it holds proves nothing about the person. */
function numberCheck(paper: Paper): DocumentCheck {
  const { documentId, reading } = paper;
  const evidence = evidenceOf([printGroup(paper, 'aadhaar', ['last4'])]);
  const about = { id: 'aadhaar-number', documentId, evidence } as const;
  switch (reading.numberCheck) {
    case 'passes':
      return makeCheck({ ...about, result: 'pass', why: 'number-holds' });
    case 'fails':
      return reading.warnings.includes('engines-disagree')
        ? makeCheck({ ...about, result: 'look', why: 'number-read-twice' })
        : makeCheck({ ...about, result: 'fail', why: 'number-fails' });
    case 'not-read':
      return makeCheck({ ...about, result: 'unknown', why: 'number-not-read' });
    case 'already-masked':
      return makeCheck({ ...about, result: 'unknown', why: 'number-masked-before' });
  }
}

interface Compared {
  field: 'name' | 'dob' | 'last4' | 'gender';
  fields: readonly PaperField[];
  compare: Comparer;
}

const compared: readonly Compared[] = [
  { field: 'name', fields: ['name', 'nameHindi'], compare: compareNames },
  { field: 'dob', fields: ['dob'], compare: compareDates },
  { field: 'last4', fields: ['last4'], compare: compareLast4 },
  { field: 'gender', fields: ['gender'], compare: compareGenders },
];

/** Name, birth date and last digits must have been compared for a pass; a card's gender is often not legible. */
function codeAgainstPrint(paper: Paper): DocumentCheck[] {
  const { documentId } = paper;
  if (!paper.reading.code || paper.kind !== 'aadhaar') return [];
  const fields = compared.map(({ field, fields: read, compare }) => {
    const code = dataGroup(paper, ['secure-qr', 'xml-qr', 'ekyc'], read);
    const print = printGroup(paper, 'aadhaar', read);
    const isRead = isSaying(code) && isSaying(print);
    return {
      field,
      code,
      print,
      band: isRead ? compareGroups(code, print, compare).band : 'unread',
    } as const;
  });
  const having = (band: (typeof fields)[number]['band']) => fields.filter((each) => each.band === band);
  const says = (result: CheckParts['result'], why: string, which: typeof fields): DocumentCheck[] => {
    const groups: ClaimGroup[] = which.flatMap(({ code, print }) => [code, print]);
    const params = { fields: which.map(({ field }) => field).join(',') };
    return [
      makeCheck({
        id: 'aadhaar-code-against-print',
        documentId,
        result,
        why,
        params,
        evidence: evidenceOf(groups),
      }),
    ];
  };
  const unread = having('unread').filter(({ field }) => field !== 'gender');
  if (having('differs').length > 0) return says('fail', 'code-differs', having('differs'));
  if (having('look').length > 0) return says('look', 'code-alike', having('look'));
  if (having('same').length === 0) return says('unknown', 'code-not-compared', unread);
  return unread.length > 0
    ? says('look', 'code-partly-compared', unread)
    : says('pass', 'code-agrees', having('same'));
}

/** Whether the papers of Aadhaar say who and when, as the search for the same identity needs. */
export function hasIdentity(papers: readonly Paper[]): boolean {
  return (['name', 'dob'] as const).every((field) =>
    (['aadhaar', 'pan', 'form'] as const).some((sayer) => claimsOf(papers, sayer, [field]).length > 0),
  );
}
