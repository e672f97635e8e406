import type { DocumentCheck } from '../../../shared/domain/documents/document-check.ts';
import type { Language } from '../../../shared/domain/values.ts';

export function checkTitle(check: Pick<DocumentCheck, 'id'>, _language: Language): string {
  return check.id;
}

export function checkSentence(check: DocumentCheck, _language: Language): string {
  return check.why;
}
