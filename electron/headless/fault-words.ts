import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';

/** Why a file cannot be looked into, for whoever reads the verb's answer. */
export const faultWords: Record<DocumentFault, string> = {
  empty: 'The file is empty.',
  unreadable: 'The file cannot be read from where it lies.',
  'too-large': 'The file, or what it unpacks to, is too large.',
  'too-many-pixels': 'A page has more than 40 megapixels.',
  'too-many-pages': 'The file has more than 20 pages.',
  'not-a-document': 'The file is no JPEG, PNG, TIFF, PDF, HEIC or e-KYC file.',
  'content-differs-from-name': 'The content is of another kind than the name says.',
  damaged: 'The file is damaged or cut short.',
  locked: 'The file is locked with a password.',
  'wrong-share-code': 'The share code does not open the file.',
  'share-code-needed': 'The file wants its share code (--share-code).',
  'too-slow': 'The file took too long and was given up.',
  'process-died': 'The file ended the process that opened it.',
  busy: 'Too many files wait.',
  cancelled: 'The work was cancelled.',
};
