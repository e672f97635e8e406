import type { CodeReading, ReadField } from '../../../shared/domain/documents/document-reading.ts';

/** What a code or a file says. Its place on the page is known to whoever found it. */
export interface CodeResult {
  code: Omit<CodeReading, 'box'>;
  fields: ReadField[];
  /** True where the content holds a full Aadhaar number: the code itself must be burned out of any copy that is kept. */
  fullNumberPresent: boolean;
  /** Of a full number that was seen: whether it passes Verhoeff. The number is not in here. */
  numberCheck: 'passes' | 'fails' | 'not-read';
}

/** A code that is nothing of ours, or nothing that can be taken apart. */
export function unread(
  kind: CodeReading['kind'],
  why: Extract<CodeReading['signature'], { outcome: 'cannot-verify' }>['why'],
): CodeResult {
  return {
    code: {
      ...{ kind, version: null, referenceDate: null, photo: null },
      signature: { outcome: 'cannot-verify', why },
    },
    fields: [],
    fullNumberPresent: false,
    numberCheck: 'not-read',
  };
}
