import type { VerbAnswer } from './verb-answer.ts';

export interface VerbUsage {
  /** As it is typed after `npm run -s desk --`; a verb may have several forms. */
  forms: readonly string[];
  does: string;
}

export const verbUsage = {
  evaluate: {
    forms: ['evaluate FILE'],
    does: 'Checks the request in a JSON file against the rules.',
  },
  'due-date': {
    forms: ['due-date DATE [--district D]'],
    does: 'The 7th and 15th working day after receipt. DATE is day/month/year, day-month-year or yyyy-mm-dd.',
  },
  'match-names': {
    forms: ['match-names A B', 'match-names FILE.csv'],
    does: 'Compares two names in either script, or the pairs in the columns a and b.',
  },
  'check-document': {
    forms: ['check-document FILE… [--share-code C] [--trust CERT] [--masked-out DIR]'],
    does: "Reads, checks and masks documents. All files of one call are compared as one applicant's papers: give another applicant's in another call.",
  },
} as const satisfies Record<string, VerbUsage>;

export type VerbName = keyof typeof verbUsage;

export const exitCodes = {
  0: 'done, nothing found wanting',
  1: 'done, and something was found wanting: a rule not met, a check failed, a file that cannot be read',
  2: 'bad input, nothing was done',
} as const;

export function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbUsage, name);
}

/** `Usage: check-document FILE… …` */
export function usageLine(verb: VerbName): string {
  return `Usage: ${verbUsage[verb].forms.join(' | ')}`;
}

/** Of all verbs. */
export function usageOfAll(): string {
  const forms = Object.values(verbUsage).flatMap((verb): readonly string[] => verb.forms);
  return `Usage: desk ${forms.join(' | ')} | help`;
}

/** @param verb whose help is wanted; null for all. */
export function helpAnswer(verb: VerbName | null): VerbAnswer {
  const told: (readonly [string, VerbUsage])[] =
    verb === null ? Object.entries(verbUsage) : [[verb, verbUsage[verb]]];
  const verbs = Object.fromEntries(told.map(([name, { forms, does }]) => [name, { forms, does }]));
  const about = verb === null ? usageOfAll() : `${usageLine(verb)}. ${verbUsage[verb].does}`;
  return {
    exit: 0,
    json: { verbs, exitCodes },
    sentence: `${about}${verb === null ? '.' : ''} Exit code 0: done; 1: found wanting; 2: bad input.`,
  };
}
