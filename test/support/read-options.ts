import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

interface CommandWords<Options extends ParseArgsOptionsConfig> {
  options: Options;
  /** How it is typed, with all that can be said: printed where `--help` stands among the words. */
  usage: string;
  /** How the usage is asked for: `npm run demo -- --help`. */
  helpCommand: string;
  takesFiles?: boolean;
}

function parse<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  allowPositionals: boolean,
) {
  return parseArgs({ args, options, allowPositionals });
}

/**
 * Reads the words behind a command.
 * @returns the exit code where there is nothing to do: 0 after the help, 2 after a line about a word that is not known.
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  { options, usage, helpCommand, takesFiles = false }: CommandWords<Options>,
): ReturnType<typeof parse<Options>> | 0 | 2 {
  if (words.includes('--help') || words.includes('-h') || words[0] === 'help') {
    console.log(usage);
    return 0;
  }
  try {
    return parse([...words], options, takesFiles);
  } catch (error) {
    console.error(`${firstSentence(error)}. All that can be said: ${helpCommand}`);
    return 2;
  }
}

/** Node's own go on with how to write file names that begin with a hyphen. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : 'The words are not understood';
  return (message.split('\n')[0] ?? message).replace(/\. .*$|\.$/, '');
}
