import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { BundledDataFactory } from './bundled-data-factory.ts';
import { maxPixels } from './page-geometry.ts';
import { startPdfWorker } from './worker-policy.ts';

/** Why a scan cannot be shown; each has its sentence in the locale files (`viewer.broken`). */
export type Broken =
  'image' | 'pdf' | 'page' | 'missing' | 'password' | 'tooManyPages' | 'tooLarge' | 'viewer';

export type OpenedPdf = { ok: true; document: PDFDocumentProxy } | { ok: false; broken: Broken };

export interface PdfHandle {
  opened: Promise<OpenedPdf>;
  /** Gives back the document's memory and ends its worker. */
  close(): void;
}

/** A damaged file can keep the worker busy for ever. */
const openTimeoutMs = 20_000;

/**
 * Opens a PDF from our own scheme in a worker of its own. Nothing in the file is run: no scripts, no XFA forms, no
 * addresses followed.
 */
export function openPdf(url: string, mostPages: number): PdfHandle {
  const abort = new AbortController();
  let worker: Worker | null = null;
  let task: PDFDocumentLoadingTask | null = null;

  async function open(): Promise<OpenedPdf> {
    const [bytes, pdfjs] = await Promise.all([readBytes(url, abort.signal), import('pdfjs-dist')]);
    if (bytes === null) return { ok: false, broken: 'missing' };
    abort.signal.throwIfAborted();
    worker = startPdfWorker();
    const died = workerDeath(worker, abort.signal);
    task = pdfjs.getDocument({
      data: bytes,
      worker: pdfjs.PDFWorker.create({ port: worker }),
      BinaryDataFactory: BundledDataFactory,
      useWorkerFetch: false,
      enableXfa: false,
      disableWorkerRendering: true,
      maxImageSize: maxPixels,
      canvasMaxAreaInBytes: maxPixels * 4,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    });
    const document = await Promise.race([task.promise, died]);
    if (document === null) return { ok: false, broken: 'viewer' };
    return document.numPages > mostPages ? { ok: false, broken: 'tooManyPages' } : { ok: true, document };
  }

  return {
    opened: open().catch((error: unknown) => ({ ok: false, broken: brokenBy(error) })),
    close() {
      abort.abort();
      const ended = task?.destroy() ?? Promise.resolve();
      void ended.catch(() => undefined).finally(() => worker?.terminate());
    },
  };
}

async function readBytes(url: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const response = await fetch(url, { signal });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** Null when the worker did not start or died; never settles otherwise. */
function workerDeath(worker: Worker, signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, openTimeoutMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
    worker.addEventListener('error', () => {
      resolve(null);
    });
  });
}

function brokenBy(error: unknown): Broken {
  if (error instanceof Error && error.name === 'PasswordException') return 'password';
  if (error instanceof TypeError) return 'missing';
  return 'pdf';
}
