import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ExaminedFile } from '../../../electron/documents/examiner.ts';
import { ScanExaminer } from '../../../electron/session/scan-examiner.ts';
import type { SignedIn } from '../../../electron/session/session.ts';
import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { readingEngine } from '../../../shared/domain/documents/document-reading.ts';
import { blobHash } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { panReading } from '../../support/samples/sample-readings.ts';
import { now, officeDesk, requestLine } from '../ipc/office-desk.ts';

const hash = blobHash.parse(createHash('sha256').update('scan').digest('hex'));
const document: RequestDocument = {
  ...{ id: 'd-1', kind: 'pan', need: 'needed' },
  scan: { hash, size: 3, mime: 'image/jpeg', pages: 1, masked: true },
};
const masking = { regions: [], residue: 0, wantsHand: false };
const read = ok<ExaminedFile>({ reading: panReading({}, { masking }), maskedPages: [], originalPages: [] });

/** Reads the only scan of a desk; the process for documents answers in this order. */
async function readScan(...answers: Result<ExaminedFile, DocumentFault>[]) {
  const desk = officeDesk();
  const { store } = desk;
  await desk.pull(requestLine({ documents: [document] }));
  await store.scanArrived(hash, instantOf(now));
  const vault = { store, blobs: { get: async () => Buffer.from([1, 2, 3]) } };
  const faults: unknown[] = [];
  let asked = 0;
  const scans = new ScanExaminer({
    signedIn: () => ({ vault }) as unknown as SignedIn,
    examiner: { getReady: () => undefined, examine: async () => answers[asked++] ?? fail('damaged') },
    now: () => now,
    applied: () => undefined,
    changed: () => undefined,
    fault: (error) => faults.push(error),
    pauseMilliseconds: 1,
  });
  scans.wake();
  return { store, scans, faults, asked: () => asked };
}

test('a scan for which there was no room is not called unreadable: it is read a little later', async () => {
  const { store, faults, asked } = await readScan(fail('busy'), fail('busy'), read);
  await expect.poll(() => store.reading(hash)).toMatchObject({ fault: null, reading: { kind: 'pan' } });
  expect(asked()).toBe(3);
  expect(faults).toEqual([]);
});

test('what was broken off has no result, and is read at the next call', async () => {
  const { store, scans, asked } = await readScan(fail('cancelled'), read);
  await expect.poll(asked).toBe(1);
  await expect.poll(() => scans.running()).toBeNull();
  expect(await store.reading(hash)).toBeNull();
  scans.wake();
  await expect.poll(() => store.reading(hash)).toMatchObject({ fault: null });
});

test('a lock ends the wait for room', async () => {
  const { store, scans, asked } = await readScan(...Array<Result<never, 'busy'>>(9).fill(fail('busy')), read);
  await expect.poll(asked).toBeGreaterThan(0);
  await scans.stop();
  expect(await store.reading(hash)).toBeNull();
});

test('a damaged scan is named, once for this engine', async () => {
  const { store } = await readScan(fail('damaged'));
  await expect
    .poll(() => store.reading(hash))
    .toMatchObject({ fault: 'damaged', engine: readingEngine, reading: null });
});
