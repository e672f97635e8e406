import type { DocumentCheck } from '../document-check.ts';
import type { PaperField, ReadField } from '../document-reading.ts';
import type { CheckLimits } from './check-input.ts';
import { dataGroup, isSaying, printGroup, type ClaimGroup } from './claim.ts';
import { compareDates, compareGroups, compareLast4, compareNames, type Comparer } from './compare-claims.ts';
import { evidenceOf, makeCheck, type CheckParts } from './make-check.ts';
import type { Paper } from './paper.ts';

interface Trait {
  field: 'name' | 'dob' | 'last4';
  fields: readonly PaperField[];
  compare: Comparer;
}

const traits: readonly Trait[] = [
  { field: 'name', fields: ['name', 'nameHindi'], compare: compareNames },
  { field: 'dob', fields: ['dob'], compare: compareDates },
  { field: 'last4', fields: ['last4'], compare: compareLast4 },
];

interface ComparedTrait {
  field: Trait['field'];
  /** `unread` where one of the papers does not say it. */
  band: 'same' | 'look' | 'differs' | 'unread';
  sides: readonly [ClaimGroup, ClaimGroup];
}

/**
 * Whether several Aadhaar papers are of one person: each with each other, by its code where that is signed, else by its
 * print. A person keeps the number for life, and a number that ends otherwise may still be misread: so one difference
 * alone is for the officer's eye, unless both endings are sure.
 */
export function onePersonChecks(papers: readonly Paper[], limits: CheckLimits): DocumentCheck[] {
  const aadhaar = papers.filter(({ kind }) => kind === 'aadhaar' || kind === 'ekyc');
  return aadhaar.flatMap((one, place) =>
    aadhaar.slice(place + 1).map((other) => compareTwo(one, other, limits)),
  );
}

function compareTwo(one: Paper, other: Paper, limits: CheckLimits): DocumentCheck {
  const compared = traits.map((trait) => compareTrait(trait, one, other, limits));
  const having = (band: ComparedTrait['band']) => compared.filter((trait) => trait.band === band);
  const [same, differing] = [having('same'), having('differs')];
  if (differing.length > 1) return says('fail', 'different-persons', differing);
  const [difference] = differing;
  if (difference !== undefined) {
    const [endingOfOne, endingOfOther] = difference.sides;
    const areSure = isSureOfNumber(one, endingOfOne) && isSureOfNumber(other, endingOfOther);
    const isEvident = difference.field === 'last4' && areSure;
    return isEvident
      ? says('fail', 'different-persons', differing)
      : says('look', 'persons-alike', differing);
  }
  const names = same.map(({ field }) => field);
  if (names.includes('last4') || names.length > 1) return says('pass', 'one-person', same);
  const doubtful = having('look');
  if (doubtful.length > 0) return says('look', 'persons-alike', doubtful);
  return says('unknown', 'persons-not-compared', having('unread'));
}

function compareTrait(
  { field, fields, compare }: Trait,
  one: Paper,
  other: Paper,
  { confidence }: CheckLimits,
): ComparedTrait {
  const sides = [claimsFor(one, fields), claimsFor(other, fields)] as const;
  if (!sides.every(isSaying)) return { field, band: 'unread', sides };
  const { band } = compareGroups(...sides, compare);
  const isWeak = sides.some(({ main }) => main.some((claim) => claim.confidence < confidence));
  return { field, band: isWeak ? 'look' : band, sides };
}

/** Data that was altered says nothing; data that nobody could verify still tells whose paper it is meant to be. */
function claimsFor(paper: Paper, fields: readonly PaperField[]): ClaimGroup {
  const outcome = paper.reading.code?.signature.outcome;
  const signed: ReadField['source'][] = ['secure-qr', 'ekyc'];
  const unsigned: ReadField['source'][] = outcome === 'altered' ? [] : ['xml-qr', ...signed];
  const groups = [
    dataGroup(paper, outcome === 'genuine' ? signed : [], fields),
    printGroup(paper, 'aadhaar', fields),
    dataGroup(paper, unsigned, fields),
  ];
  return groups.find(isSaying) ?? { main: [], second: [] };
}

/** Signed, where the signed data says it; what is printed, by the number's own check digit. */
function isSureOfNumber({ reading }: Paper, { main }: ClaimGroup): boolean {
  const isOfCode = main.every(({ side }) => side !== 'aadhaar');
  const isSigned = reading.code?.signature.outcome === 'genuine' && isOfCode;
  return isSigned || reading.numberCheck === 'passes';
}

function says(result: CheckParts['result'], why: string, about: readonly ComparedTrait[]): DocumentCheck {
  const [shown] = about;
  const params = {
    fields: about.map(({ field }) => field).join(','),
    first: shown?.sides[0].main[0]?.text ?? '',
    second: shown?.sides[1].main[0]?.text ?? '',
  };
  const evidence = evidenceOf(about.flatMap(({ sides }) => sides));
  return makeCheck({ id: 'aadhaar-one-person', result, why, params, evidence });
}
