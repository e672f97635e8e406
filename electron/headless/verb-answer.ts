import { maskAadhaarNumbers } from '../../shared/domain/aadhaar-number.ts';

/** What a headless verb answers: one JSON document, one plain sentence, and how it ended. */
export interface VerbAnswer {
  /** 0 done, 1 found wanting, 2 bad input. */
  exit: 0 | 1 | 2;
  json: unknown;
  sentence: string;
}

/** @param path the field or argument that is wrong, `request.feePaid`; null where the whole input is. */
export function badInput(sentence: string, path: string | null = null): VerbAnswer {
  // Files are named after the number they show at times, and a message names the file.
  const message = maskAadhaarNumbers(sentence);
  return { exit: 2, json: { error: { kind: 'bad-input', path, message } }, sentence: message };
}
