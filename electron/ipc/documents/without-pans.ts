import type { DocumentReview } from '../../../shared/ipc/views/documents.ts';

const pan = /\b[A-Z]{5}\d{4}[A-Z]\b/g;

/**
 * The review as the window gets it: PANs by their last four characters only. The whole one is a call of its own, with a
 * reason.
 */
export function withoutPans(review: DocumentReview): DocumentReview {
  const documents = review.documents.map((document) => {
    if (document.reading === null) return document;
    const fields = document.reading.fields.map((field) => ({ ...field, value: masked(field.value) }));
    return { ...document, reading: { ...document.reading, fields } };
  });
  const checks = review.checks.map((check) => ({
    ...check,
    params: Object.fromEntries(Object.entries(check.params).map(([key, text]) => [key, masked(text)])),
    evidence: check.evidence.map((piece) => ({ ...piece, text: masked(piece.text) })),
  }));
  return { ...review, documents, checks };
}

function masked(text: string): string {
  return text.replace(pan, (found) => `XXXXXX${found.slice(-4)}`);
}
