/** What a headless verb answers: one JSON document, one plain sentence, and how it ended. */
export interface VerbAnswer {
  /** 0 done, 1 found wanting, 2 bad input. */
  exit: 0 | 1 | 2;
  json: unknown;
  sentence: string;
}

/** @param path the field or argument that is wrong, `request.feePaid`; null where the whole input is. */
export function badInput(sentence: string, path: string | null = null): VerbAnswer {
  return { exit: 2, json: { error: { kind: 'bad-input', path, message: sentence } }, sentence };
}
