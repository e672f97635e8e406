import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';
import { helpAnswer, isVerb, usageOfAll, type VerbName } from './usage.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

type Verb = (args: string[]) => Promise<VerbAnswer>;

/** The verbs that need no vault. Each is loaded only when it is asked for. */
const verbs: Record<VerbName, () => Promise<Verb>> = {
  evaluate: async () => (await import('./evaluate.ts')).evaluateVerb,
  'due-date': async () => (await import('./due-date.ts')).dueDateVerb,
  'check-document': async () => (await import('./check-document.ts')).checkDocumentVerb,
  'match-names': async () => (await import('./match-names.ts')).matchNamesVerb,
};

async function answerOf([name, ...args]: string[]): Promise<VerbAnswer> {
  if (name === undefined) return badInput(`No verb is given. ${usageOfAll()}`, 'verb');
  if (isHelp(name) || name === 'help') return helpOf(args);
  if (!isVerb(name)) return unknownVerb(name);
  if (args.length === 1 && isHelp(args[0])) return helpAnswer(name);
  const verb = await verbs[name]();
  return verb(args);
}

function isHelp(word: string | undefined): boolean {
  return word === '--help' || word === '-h';
}

/** `help` alone, or `help VERB`. */
function helpOf([verb]: string[]): VerbAnswer {
  if (verb === undefined) return helpAnswer(null);
  return isVerb(verb) ? helpAnswer(verb) : unknownVerb(verb);
}

function unknownVerb(name: string): VerbAnswer {
  return badInput(`The verb "${name.slice(0, 40)}" is not known. ${usageOfAll()}`, 'verb');
}

/** Whatever happens, a caller finds one JSON document and an exit code that it knows. */
async function answerSafely(args: string[]): Promise<VerbAnswer> {
  try {
    return await answerOf(args);
  } catch (error) {
    return badInput(
      `The input could not be worked on: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}

const answer = await answerSafely(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
process.stderr.write(`${maskAadhaarNumbers(answer.sentence.replace(/\s+/g, ' ').trim())}\n`);
process.exitCode = answer.exit;
