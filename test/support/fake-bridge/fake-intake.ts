import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { DocumentKind } from '../../../shared/domain/request.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { IntakeView, ScanFolder } from '../../../shared/ipc/views/documents.ts';
import { fail, ok } from '../../../shared/result.ts';
import { pause, type FakeDesk } from './fake-handlers.ts';
import { cardHash } from './sample-papers-of.ts';
import { aadhaarReading, formReading, handMasked, panReading, unfoundReading } from './sample-readings.ts';

export type IntakeChannels =
  | `intake.${'pick' | 'drop' | 'fromServer' | 'list' | 'mask' | 'shareCode' | 'showOriginal' | 'keep' | 'discard'}`
  | `folder.${'state' | 'choose' | 'forget' | 'take' | 'deleteOriginal'}`;

/** What officers of this desk took in, by document. */
export type KeptScans = Map<string, KeptScan>;

export interface KeptScan {
  url: string;
  reading: DocumentReading;
  at: number;
}

interface Slot {
  requestId: RequestId;
  documentId: string;
  kind: DocumentKind;
}

const maskedUrl = `/scans/${cardHash.aadhaar}`;
const unmaskedUrl = `/scans/${'9'.repeat(64)}`;

/**
 * The name of a file says how it ends: `haath` finds no number, `kharab` is damaged, `ekyc` wants a share code
 * (`1234`), `dheema` never ends.
 */
export function fakeIntake(
  desk: FakeDesk,
  kept: KeptScans,
  changed: (requestId: RequestId) => void,
): Pick<Handlers, IntakeChannels> {
  const items = new Map<string, IntakeView>();
  const drawn = new Map<string, readonly PageBox[]>();
  let folder: ScanFolder = sampleFolder();
  let ids = 0;

  const put = (item: IntakeView): IntakeView => {
    items.set(item.id, item);
    desk.emit('intake', item);
    return item;
  };
  const begin = (
    slot: Slot,
    fileName: string,
    source: IntakeView['source'],
    folderFileId: string | null = null,
  ): IntakeView => {
    ids += 1;
    const item = put({
      ...{ id: `intake-${ids}`, ...slot, fileName, source, folderFileId },
      ...{ state: { state: 'queued' as const }, wantsShareCode: false },
    });
    void work(item);
    return item;
  };
  const work = async (item: IntakeView) => {
    for (const page of [0, 1, 2]) {
      await pause(350);
      if (!items.has(item.id)) return;
      put({ ...item, state: { state: 'working', page, pages: 2 } });
    }
    if (item.fileName.includes('dheema')) return;
    await pause(250);
    if (items.has(item.id)) put(ended(item));
  };
  const ended = (item: IntakeView): IntakeView => {
    if (item.fileName.includes('kharab')) return failed(item, 'damaged');
    if (item.fileName.includes('ekyc')) return { ...failed(item, 'share-code-needed'), wantsShareCode: true };
    const byHand = item.fileName.includes('haath') || item.source === 'server';
    if (item.source === 'picker') return onTwoPages(item);
    return ready(item, byHand ? unfoundReading() : readingFor(item));
  };
  /** What is picked has a second page, on which there is one place more. */
  const onTwoPages = (item: IntakeView): IntakeView => {
    const reading = readingFor(item);
    const [first] = reading.masking.regions;
    const more = first ? [{ ...first, box: { ...first.box, page: 1 } }] : [];
    const masking = { ...reading.masking, regions: [...reading.masking.regions, ...more] };
    const page = { url: pageUrl(item, reading) };
    return { ...item, state: { state: 'ready', reading: { ...reading, masking }, pages: [page, page] } };
  };
  const failed = (item: IntakeView, fault: DocumentFault): IntakeView => ({
    ...item,
    state: { state: 'failed', fault },
  });
  const ready = (item: IntakeView, reading: DocumentReading): IntakeView => ({
    ...item,
    wantsShareCode: false,
    state: { state: 'ready', reading, pages: [{ url: pageUrl(item, reading) }] },
  });
  const readingFor = ({ requestId, kind }: IntakeView): DocumentReading => {
    const request = desk.vault.requests.get(requestId);
    if (!request) return unfoundReading();
    const papers = { request, photo: null, differs: false };
    if (kind === 'pan') return panReading(papers);
    return kind === 'application' ? formReading(papers) : aadhaarReading(papers);
  };

  return {
    'intake.pick': async (slot) => ok([begin(slot, 'namuna-scan.jpg', 'picker')]),
    'intake.drop': async ({ files, ...slot }) => ok(files.map(({ name }) => begin(slot, name, 'drop'))),
    'intake.fromServer': async (slot) => ok(begin(slot, 'namuna-server.jpg', 'server')),
    'intake.list': async ({ requestId }) =>
      ok([...items.values()].filter((item) => item.requestId === requestId)),
    'intake.mask': async ({ id, boxes }) => {
      const item = items.get(id);
      if (item?.state.state !== 'ready') return fail({ kind: 'intake-gone' });
      await pause(300);
      drawn.set(id, boxes);
      const regions = boxes.map((box) => ({ what: 'by-hand' as const, box }));
      return ok(put(ready(item, handMasked(item.state.reading, regions))));
    },
    'intake.shareCode': async ({ id, code }) => {
      const item = items.get(id);
      if (!item) return fail({ kind: 'intake-gone' });
      return ok(put(code === '1234' ? ready(item, readingFor(item)) : failed(item, 'wrong-share-code')));
    },
    'intake.showOriginal': async ({ id }) =>
      items.has(id)
        ? ok({ urls: [unmaskedUrl], boxes: [...(drawn.get(id) ?? [])] })
        : fail({ kind: 'intake-gone' }),
    'intake.keep': async ({ id }) => {
      const item = items.get(id);
      if (item?.state.state !== 'ready') return fail({ kind: 'intake-gone' });
      const { masking } = item.state.reading;
      if (masking.wantsHand || masking.residue > 0) return fail({ kind: 'not-masked' });
      const { reading } = item.state;
      kept.set(item.documentId, { url: pageUrl(item, reading), reading, at: desk.now() });
      items.delete(id);
      changed(item.requestId);
      return ok(undefined);
    },
    'intake.discard': async ({ id }) => {
      items.delete(id);
      return ok(undefined);
    },
    'folder.state': async () => ok(folder),
    'folder.choose': async () => {
      folder = sampleFolder();
      return ok(folder);
    },
    'folder.forget': async () => {
      folder = { name: null, isLost: false, files: [] };
      return ok(folder);
    },
    'folder.take': async ({ fileId, ...slot }) => {
      const file = folder.files.find(({ id }) => id === fileId);
      if (!file) return fail({ kind: 'folder-lost' });
      folder = {
        ...folder,
        files: folder.files.map((one) => (one.id === fileId ? { ...one, isTaken: true } : one)),
      };
      desk.emit('folder', folder);
      return ok(begin(slot, file.name, 'folder', fileId));
    },
    'folder.deleteOriginal': async ({ fileId }) => {
      folder = { ...folder, files: folder.files.filter(({ id }) => id !== fileId) };
      desk.emit('folder', folder);
      return ok(folder);
    },
  };
}

function pageUrl({ kind }: IntakeView, { masking }: DocumentReading): string {
  if (kind === 'pan') return `/scans/${cardHash.pan}`;
  return masking.wantsHand ? unmaskedUrl : maskedUrl;
}

function sampleFolder(): ScanFolder {
  const file = (id: string, name: string, hour: number, isTaken: boolean) => ({
    ...{ id, name, size: 840_000 + hour * 1_000, isTaken },
    modifiedAt: instantOf(Date.parse('2026-11-23T04:00:00Z') + hour * 3_600_000),
  });
  return {
    name: 'Namuna Scan',
    isLost: false,
    files: [
      file('f1', 'namuna-scan-0001.jpg', 0, true),
      file('f2', 'namuna-scan-0002.jpg', 2, false),
      file('f3', 'namuna-haath-0003.jpg', 3, false),
      file('f4', 'namuna-kharab-0004.pdf', 4, false),
    ],
  };
}
