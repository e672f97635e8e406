import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { blobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { anotherRequest } from './support/decidable.ts';
import { seeMissingScans } from './support/see-set-aside.ts';
import { seeInBoth, seeStrip } from './support/sentences.ts';
import { syncOnce } from './support/sync-once.ts';

const scene = useScene({ requests: 24, hasScans: false });

const html = Buffer.from('<!doctype html><title>नमूना</title><script>document.title = 1</script>');
const noise = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 131 + 7) % 256));
let picture: Buffer;
let paper: Buffer;

beforeAll(async () => {
  const grain = { width: 600, height: 400, channels: 3 as const, background: '#e9e6de' };
  picture = await sharp({ create: { ...grain, noise: { type: 'gaussian', mean: 200, sigma: 30 } } })
    .jpeg()
    .toBuffer();
  const pdf = await PDFDocument.create();
  for (let page = 0; page < 3; page += 1) {
    const drawn = pdf.addPage([595, 835]);
    drawn.drawImage(await pdf.embedJpg(picture), { x: 0, y: 0, width: 595, height: 400 });
  }
  paper = Buffer.from(await pdf.save());
});

afterEach(() => {
  scene.office.server.setFault(null);
});

/** A pending request whose one document has these bytes under their right hash, whatever they are. */
async function sendRequest(nth: number, bytes: Buffer, mime: Scan['mime']): Promise<string> {
  const { office } = scene;
  await office.server.data.putBlob(bytes, 'jaipur');
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  const scan: Scan = { hash, size: bytes.length, mime, pages: 1, masked: true };
  const documents = [{ id: `document-${nth}`, kind: 'application' as const, need: 'needed' as const, scan }];
  const request = await anotherRequest(office, nth, { documents });
  await office.server.data.putRequest(request);
  return request.requestNo;
}

/** What is wrong with a scan does not keep the rest of the request from being decided. */
async function expectDecidable(): Promise<void> {
  await scene.officer.decide('return', 'नमूना: स्कैन नहीं खुला');
  await scene.officer.seeRecorded('return');
}

test('a scan with wrong bytes is named in the viewer and in the outbox, and comes when the server is right', async () => {
  const { officer, office, page } = scene;
  const requestNo = await sendRequest(1, picture, 'image/jpeg');
  office.server.setFault(({ path }) => (path.startsWith('/v1/blobs/') ? 'wrong-bytes' : 'none'));
  for (let sight = 0; sight < 3; sight += 1) await syncOnce(page);
  await seeStrip(page, 'incomplete');
  await officer.open(requestNo);
  await seeInBoth(page, page.locator('.viewer'), ['viewer', 'failed.title'], ['viewer', 'failed.text']);
  await seeMissingScans(scene.officer);
  await seeInBoth(page, page.getByRole('row'), ['outbox', 'scanWhys.wrong-hash']);

  office.server.setFault(null);
  await officer.open(requestNo);
  await page
    .locator('.viewer')
    .getByRole('button', { name: officer.text('viewer', 'failed.retry') })
    .click();
  await officer.seeScan();
  await syncOnce(page);
  await officer.seeSync('complete');
});

test.each<[string, () => Buffer, Scan['mime']]>([
  ['HTML declared as a JPEG', () => html, 'image/jpeg'],
  ['noise declared as a PDF', () => noise, 'application/pdf'],
])('%s is no image: named, never shown, and the request can be decided', async (_name, bytes, mime) => {
  const { officer, page } = scene;
  const requestNo = await sendRequest(mime === 'image/jpeg' ? 2 : 3, bytes(), mime);
  await syncOnce(page);
  await officer.open(requestNo);
  await seeInBoth(page, page.locator('.viewer'), ['viewer', 'failed.title'], ['viewer', 'failed.text']);
  expect(await page.locator('.viewer img, .viewer canvas').count()).toBe(0);
  await expectDecidable();
  await seeMissingScans(scene.officer);
  await seeInBoth(page, page.getByRole('row'), ['outbox', 'scanWhys.not-an-image']);
});

test.each<[string, number, () => Buffer, Scan['mime'], string]>([
  ['a JPEG cut after its head', 10, () => picture.subarray(0, 300), 'image/jpeg', 'image'],
  ['a JPEG cut in the middle', 11, () => picture.subarray(0, picture.length / 2), 'image/jpeg', 'image'],
  ['a PDF cut after its head', 12, () => paper.subarray(0, 40), 'application/pdf', 'pdf'],
])('%s has the right hash: the viewer says that it is broken', async (_name, nth, bytes, mime, broken) => {
  const { officer, page } = scene;
  const requestNo = await sendRequest(nth, bytes(), mime);
  await syncOnce(page);
  await officer.open(requestNo);
  await seeInBoth(page, page.locator('.viewer'), ['viewer', `broken.${broken}`], ['viewer', 'broken.text']);
  await expectDecidable();
});

test('a PDF cut in the middle of its pages shows a page or says that it is broken, never an empty page', async () => {
  const { officer, page } = scene;
  const requestNo = await sendRequest(
    60,
    paper.subarray(0, Math.floor(paper.length * 0.6)),
    'application/pdf',
  );
  await syncOnce(page);
  await officer.open(requestNo);
  const broken = page.locator('.viewer-stage[data-broken="true"]');
  await broken.or(page.locator('.viewer-page[data-ready="true"]')).first().waitFor();
  await expectDecidable();
});
