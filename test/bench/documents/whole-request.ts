import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { bundle, repository } from '../../../build/bundle.ts';
import { DocumentHost } from '../../../electron/documents/host/document-host.ts';
import { nodeChildLauncher } from '../../../electron/documents/host/launch-node-child.ts';
import { drawPaper, type SamplePaperKind } from '../../support/corpus/papers.ts';
import { damagePicture } from '../../support/corpus/damage.ts';
import { makeRasterPdf } from '../../support/corpus/files/pdf.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { examineJob } from '../../support/documents/document-jobs.ts';
import { childMemory, type ChildMemory } from './child-memory.ts';
import { printTable } from './table.ts';

export interface WholeRequestFigures {
  /**
   * All files of a request: the process is started for the first run, and there for the second. Chosen: it was started
   * when the officer opened the dialog for files, some seconds before.
   */
  coldMs: number;
  chosenMs: number;
  warmMs: number;
  /** The same without the card's back: one picture of the Aadhaar card, as many requests have it. */
  withoutBack: { coldMs: number; warmMs: number };
  /** By which the main thread was late meanwhile. */
  loopDelayMs: { p99: number; max: number };
  childPeakMb: number;
  /** Of the process after its idle end: none is left. */
  afterIdle: Pick<ChildMemory, 'children' | 'nowMb'>;
  mainGrowthMb: number;
  targetMs: number;
}

interface RequestFile {
  name: string;
  bytes: Buffer;
}

const targetMs = 8000;
const idleMilliseconds = 1500;
/** The interval of the measuring timer is part of what it measures. */
const interval = 10;

/**
 * A request with both sides of an Aadhaar card, a PAN card and a form of two pages, through the process as the app has
 * it: from the bundle.
 */
export async function benchWholeRequest(seed: number): Promise<WholeRequestFigures> {
  const files = await requestFiles(seed);
  await bundle();
  const host = bundledHost({ idleMilliseconds });
  const before = process.memoryUsage.rss();
  const delay = monitorEventLoopDelay({ resolution: interval });
  delay.enable();
  const coldMs = await examineAll(host, files);
  const warmMs = await examineAll(host, files);
  delay.disable();
  const { peakMb } = childMemory('document-process');
  const chosenMs = await examineChosen(files);
  const withoutBack = await examineWithoutBack(files);
  await sleep(idleMilliseconds + 1000);
  const { children, nowMb } = childMemory('document-process');
  const late = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e6 - interval));
  host.close();
  const figures: WholeRequestFigures = {
    coldMs,
    chosenMs,
    warmMs,
    withoutBack,
    loopDelayMs: { p99: late(delay.percentile(99)), max: late(delay.max) },
    childPeakMb: peakMb,
    afterIdle: { children, nowMb },
    mainGrowthMb: Math.round((process.memoryUsage.rss() - before) / 1024 / 1024),
    targetMs,
  };
  printTable(
    [
      'whole request',
      'cold ms',
      'chosen ms',
      'warm ms',
      'loop p99 ms',
      'loop max ms',
      'child peak MB',
      'after idle MB',
    ],
    [
      [
        'front, back, PAN, form',
        coldMs,
        chosenMs,
        warmMs,
        figures.loopDelayMs.p99,
        figures.loopDelayMs.max,
        peakMb,
        nowMb,
      ],
      ['front, PAN, form', withoutBack.coldMs, null, withoutBack.warmMs, null, null, null, null],
    ],
  );
  return figures;
}

/** As long as it takes to find four files in a dialog, at the least. */
const choosing = 4000;

async function examineChosen(files: readonly RequestFile[]): Promise<number> {
  const host = bundledHost();
  host.getReady();
  await sleep(choosing);
  const taken = await examineAll(host, files);
  host.close();
  return taken;
}

async function examineWithoutBack(
  files: readonly RequestFile[],
): Promise<{ coldMs: number; warmMs: number }> {
  const host = bundledHost();
  const fewer = files.filter(({ name }) => name !== 'aadhaar-back.jpg');
  const coldMs = await examineAll(host, fewer);
  const warmMs = await examineAll(host, fewer);
  host.close();
  return { coldMs, warmMs };
}

function bundledHost(limits: { idleMilliseconds?: number } = {}): DocumentHost {
  const electron = join(repository, 'dist', 'electron');
  const entry = pathToFileURL(join(electron, 'document-process.js'));
  // On a busy machine it is slow, and the figure says so.
  return new DocumentHost(nodeChildLauncher(entry, join(electron, 'document-assets')), {
    jobMilliseconds: 300_000,
    ...limits,
  });
}

async function requestFiles(seed: number): Promise<RequestFile[]> {
  const person = samplePerson(seed);
  const scanned = async (kind: SamplePaperKind) => {
    const { sheets } = await drawPaper(kind, person);
    return Promise.all(sheets.map((sheet, place) => damagePicture(sheet, 'scan', seed + place)));
  };
  const files: RequestFile[] = [];
  for (const kind of ['aadhaar-front', 'aadhaar-back', 'pan'] as const) {
    const [picture] = await scanned(kind);
    if (picture) files.push({ name: `${kind}.jpg`, bytes: picture.bytes });
  }
  return [...files, { name: 'form.pdf', bytes: await makeRasterPdf(await scanned('form')) }];
}

async function examineAll(host: DocumentHost, files: readonly RequestFile[]): Promise<number> {
  const begun = performance.now();
  const results = await Promise.all(
    files.map(({ name, bytes }) => {
      const isAadhaarSlot = name.startsWith('aadhaar');
      return host.run(examineJob(bytes, { fileName: name, isAadhaarSlot, masked: 'jpeg' }));
    }),
  );
  const bad = results.find((result) => !result.ok);
  if (bad?.ok === false) throw new Error(`A file was not looked into: ${bad.error}`);
  return Math.round(performance.now() - begun);
}
