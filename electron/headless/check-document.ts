import { readFile, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { documentLimits, type DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { ReadDocument } from '../../shared/domain/documents/document-reading.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import { indiaDate } from '../../shared/domain/india-date.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { ExaminedFile, Examiner } from '../documents/examiner.ts';
import { checkSingly } from './check-singly.ts';
import { examinedSentence } from './examined-sentence.ts';
import { faultWords } from './fault-words.ts';
import { readCheckArguments, type CheckArguments } from './check-document-arguments.ts';
import { MaskedFiles } from './masked-files.ts';
import { startExaminer } from './start-examiner.ts';
import { printedDocument, printedFault } from './printed-document.ts';
import { badInput, type VerbAnswer } from './verb-answer.ts';

interface Examined {
  file: string;
  result: Result<ExaminedFile, DocumentFault>;
}

/**
 * `check-document FILE…`: what each file is and says, its checks alone and against the others, and its masked copy. A
 * file that cannot be looked into is named in its place; the others are examined all the same.
 */
export async function checkDocumentVerb(args: string[]): Promise<VerbAnswer> {
  const given = readCheckArguments(args);
  if ('exit' in given) return given;
  const wrong = (await wrongPath(given.files, 'FILE')) ?? (await wrongPath(given.trust, '--trust'));
  if (wrong !== null) return wrong;
  const out = given.maskedOut === null ? null : await MaskedFiles.into(given.maskedOut, given.files);
  if (out?.ok === false) return badInput(`${out.error} cannot be written into.`, '--masked-out');
  const started = await startExaminer(given.trust, 'png');
  if (!started.ok) return badInput(`${started.error} is no certificate that can be trusted.`, '--trust');
  const { examiner, close } = started.value;
  try {
    const examined: Examined[] = [];
    for (const file of given.files) examined.push(await examineFile(examiner, file, given));
    return await answerOf(examined, out?.value ?? null);
  } finally {
    close();
  }
}

async function wrongPath(files: readonly string[], argument: string): Promise<VerbAnswer | null> {
  for (const file of files) {
    const fault = await faultOfPath(file);
    if (fault !== null) return badInput(`${file}: ${fault}.`, argument);
  }
  return null;
}

async function faultOfPath(file: string): Promise<string | null> {
  const facts = await stat(file).catch(() => null);
  if (facts === null) return 'the file does not exist';
  return facts.isFile() ? null : 'this is no file';
}

async function examineFile(
  examiner: Examiner,
  file: string,
  { shareCode, maskedOut }: CheckArguments,
): Promise<Examined> {
  const { size } = await stat(file);
  if (size > documentLimits.fileBytes) return { file, result: fail('too-large') };
  const bytes = await readFile(file).then(
    (read) => new Uint8Array(read),
    () => null,
  );
  if (bytes === null) return { file, result: fail('unreadable') };
  const request = {
    bytes,
    fileName: basename(file),
    shareCode,
    handBoxes: [],
    isAadhaarSlot: false,
    wantMasked: maskedOut !== null,
    wantOriginal: false,
  };
  const options = { signal: new AbortController().signal, progress: () => undefined };
  return { file, result: await examiner.examine(request, options) };
}

async function answerOf(examined: readonly Examined[], out: MaskedFiles | null): Promise<VerbAnswer> {
  const readings = examined.flatMap(({ result }, place) =>
    result.ok ? [readDocument(place, result.value)] : [],
  );
  const checks = checkSingly(readings, indiaDate(Date.now()));
  const documents: object[] = [];
  let unwritten = 0;
  for (const [place, { file, result }] of examined.entries()) {
    if (!result.ok) {
      documents.push(printedFault(file, result.error, faultWords[result.error]));
      continue;
    }
    const { reading, maskedPages } = result.value;
    const written = out === null || maskedPages.length === 0 ? [] : await writtenTo(out, file, maskedPages);
    if (written === null) unwritten += 1;
    const printed = printedDocument(file, reading, checks.of(documentIdOf(place)), written ?? []);
    documents.push(written === null ? { ...printed, warnings: [...reading.warnings, notWritten] } : printed);
  }
  const unread = examined.filter(({ result }) => !result.ok).length;
  const hasFailed = checks.shown.some(({ result }) => result === 'fail');
  return {
    exit: unread > 0 || unwritten > 0 || hasFailed ? 1 : 0,
    json: { documents },
    sentence: examinedSentence({ files: examined.length, unread, unwritten, checks: checks.shown }),
  };
}

/** In the place of a reading's warning: what was read is told all the same. */
const notWritten = 'masked-not-written';

/** Null where the system refuses: a full disk, a folder that may not be written to, a name that grew too long. */
async function writtenTo(
  out: MaskedFiles,
  file: string,
  pages: readonly Uint8Array[],
): Promise<string[] | null> {
  try {
    return await out.write(file, pages);
  } catch {
    return null;
  }
}

function documentIdOf(place: number): string {
  return `file-${place + 1}`;
}

function readDocument(place: number, { reading, maskedPages }: ExaminedFile): ReadDocument {
  const digest = createHash('sha256').update(`${place}`);
  for (const page of maskedPages) digest.update(page);
  return { documentId: documentIdOf(place), hash: blobHash.parse(digest.digest('hex')), reading };
}
