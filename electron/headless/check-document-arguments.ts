import { parseArgs } from 'node:util';
import { usageLine } from './usage.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

export interface CheckArguments {
  files: string[];
  shareCode: string | null;
  /** A certificate file that is trusted besides those of the app. */
  trust: string[];
  maskedOut: string | null;
}

/** UIDAI's have four characters. */
const longestShareCode = 100;
/** More files than a request has. */
const mostFiles = 50;

export function readCheckArguments(args: string[]): CheckArguments | VerbAnswer {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'share-code': { type: 'string' },
        trust: { type: 'string', multiple: true },
        'masked-out': { type: 'string' },
      },
    });
    if (positionals.length === 0) return badInput(`No file is given. ${usageLine('check-document')}`, 'FILE');
    if (positionals.length > mostFiles) return badInput(`More than ${mostFiles} files.`, 'FILE');
    if ((values['share-code']?.length ?? 0) > longestShareCode)
      return badInput(`A share code of more than ${longestShareCode} characters.`, '--share-code');
    return {
      files: positionals,
      shareCode: values['share-code'] ?? null,
      trust: values.trust ?? [],
      maskedOut: values['masked-out'] ?? null,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    return badInput(`${why} ${usageLine('check-document')}`, 'arguments');
  }
}
