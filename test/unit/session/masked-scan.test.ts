import { expect, it } from 'vitest';
import { ScanExaminer } from '../../../electron/session/scan-examiner.ts';
import type { SignedIn } from '../../../electron/session/session.ts';
import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import { scanChecks } from '../../../shared/domain/documents/checks/scan-checks.ts';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/result.ts';
import { aadhaarReading } from '../../support/samples/sample-readings.ts';

const hash = blobHash.parse('a'.repeat(64));

/** What is kept of a scan that is called masked and is read as this. */
async function keptOf(reading: DocumentReading): Promise<DocumentReading | null> {
  const kept: DocumentReading[] = [];
  const applied = { rows: [], removed: [], masterChanged: false };
  const unread = [{ hash, pages: 1, requestId: requestId.parse('req-1') }];
  const store = {
    unreadScans: async () => unread.splice(0),
    saveReading: async (_: string, read: DocumentReading) => {
      kept.push(read);
      return applied;
    },
  };
  const desk = { vault: { store, blobs: { get: async () => new Uint8Array(3) } } } as unknown as SignedIn;
  const faults: unknown[] = [];
  const scans = new ScanExaminer({
    signedIn: () => desk,
    examiner: {
      getReady: () => undefined,
      examine: async () => ok({ reading, maskedPages: [], originalPages: [] }),
    },
    now: () => 0,
    applied: () => undefined,
    changed: () => undefined,
    fault: (error) => faults.push(error),
  });
  scans.wake();
  for (let turn = 0; turn < 20 && kept.length === 0; turn += 1) await new Promise((go) => setImmediate(go));
  expect(faults).toEqual([]);
  return kept[0] ?? null;
}

it('a scan called masked on which no number is found asks for a look, and for no box that nobody can draw', async () => {
  const masking = { regions: [], residue: 0, wantsHand: true };
  const reading = await keptOf(aadhaarReading({}, { numberCheck: 'not-read', masking }));
  if (!reading) throw new Error('Nothing was kept');
  const checks = scanChecks({ documentId: 'doc-1', reading, kind: 'aadhaar', slot: 'aadhaar' });
  expect(checks.find(({ id }) => id === 'masking')).toMatchObject({ result: 'look', why: 'nothing-masked' });
});
