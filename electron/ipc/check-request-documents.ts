import { checklistItems } from '../../shared/domain/checklist.ts';
import { checkDocuments } from '../../shared/domain/documents/checks/check-documents.ts';
import type { DocumentCheck } from '../../shared/domain/documents/document-check.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import type { Store } from '../storage/store.ts';

/** The advice about a request's documents by what the vault has read; the window's own copy is never trusted. */
export async function checkRequestDocuments(
  store: Pick<Store, 'requestReadings' | 'sameElsewhere'>,
  request: MigrationRequest,
  today: IsoDate,
): Promise<DocumentCheck[]> {
  const readings = await store.requestReadings(request.id);
  // Nothing was read: no search either, for the officer waits for this.
  if (readings.length === 0) return [];
  const items = checklistItems(request).map(({ documentId, kind }) => [documentId, kind] as const);
  const elsewhere = await store.sameElsewhere(request.id);
  return checkDocuments({ readings, request, slots: Object.fromEntries(items), elsewhere, today });
}
