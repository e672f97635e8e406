import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

type Verb = (args: string[]) => Promise<VerbAnswer>;

/** The verbs that need no vault. Each is loaded only when it is asked for. */
const verbs: Partial<Record<string, () => Promise<Verb>>> = {
  evaluate: async () => (await import('./evaluate.ts')).evaluateVerb,
  'due-date': async () => (await import('./due-date.ts')).dueDateVerb,
  'check-document': async () => (await import('./check-document.ts')).checkDocumentVerb,
  'match-names': async () => (await import('./match-names.ts')).matchNamesVerb,
};

const usage =
  'Usage: desk evaluate FILE | due-date DATE [--district D] | match-names A B | match-names FILE.csv | check-document FILE…';

async function answerOf([name, ...args]: string[]): Promise<VerbAnswer> {
  if (name === undefined) return badInput(`No verb is given. ${usage}`, 'verb');
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!load) return badInput(`The verb "${name.slice(0, 40)}" is not known. ${usage}`, 'verb');
  const verb = await load();
  return verb(args);
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
