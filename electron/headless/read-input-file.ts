import { createReadStream } from 'node:fs';
import { badInput, type VerbAnswer } from './verb-answer.ts';

/** A request with its figures is a few kilobytes. */
const mostBytes = 5_000_000;

/** Reads a JSON file; what is wrong with the file is bad input, said in words. */
export async function readInputFile(file: string): Promise<{ value: unknown } | VerbAnswer> {
  let written: string;
  try {
    const bytes = await readAtMost(file, mostBytes + 1);
    if (bytes.length > mostBytes) return badInput('The file is larger than 5 MB.', 'FILE');
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return badInput(`The file cannot be read: ${reasonOf(error)}.`, 'FILE');
  }
  try {
    return { value: JSON.parse(written) as unknown };
  } catch {
    return badInput('The file is not JSON.', 'FILE');
  }
}

/** What is no plain file tells no size and may never end: no more is read than is looked at. */
async function readAtMost(file: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream: AsyncIterable<Buffer> = createReadStream(file, { end: most - 1 });
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
  if (error instanceof TypeError) return 'it is not UTF-8 text';
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'it does not exist';
  return code === 'EISDIR' ? 'it is a folder' : 'the system refused it';
}
