import {
  configure,
  ERR_INVALID_PASSWORD,
  Uint8ArrayReader,
  Writer,
  ZipReader,
  type Entry,
  type FileEntry,
} from '@zip.js/zip.js';
import type { DocumentFault } from '../../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';

/** A real file holds one XML of 5 to 40 KB, of which most is a photo that does not compress. */
const limits = { zipBytes: 2 * 1024 * 1024, entries: 8, xmlBytes: 1024 * 1024, ratio: 100 };

configure({ useWebWorkers: false });

/**
 * The XML inside the ZIP of a paperless e-KYC, opened with the share code that its owner chose. Counts and sizes are
 * checked before anything is inflated, and once more while it is: what a ZIP says of itself may be false.
 */
export async function unzipEkyc(
  zip: Uint8Array,
  shareCode: string | null,
): Promise<Result<Uint8Array, DocumentFault>> {
  if (zip.length > limits.zipBytes) return fail('too-large');
  const reader = new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false });
  try {
    const entry = await soleXml(reader);
    if (!entry.ok) return entry;
    if (entry.value.encrypted && !shareCode) return fail('share-code-needed');
    return await inflated(entry.value, shareCode);
  } catch {
    return fail('damaged');
  } finally {
    await reader.close().catch(() => undefined);
  }
}

async function soleXml(reader: ZipReader<unknown>): Promise<Result<FileEntry, DocumentFault>> {
  const entries: Entry[] = [];
  for await (const entry of reader.getEntriesGenerator()) {
    entries.push(entry);
    if (entries.length > limits.entries) return fail('too-large');
  }
  const [xml, ...others] = entries.filter(isXml);
  if (xml === undefined || others.length > 0) return fail('not-a-document');
  const { uncompressedSize, compressedSize } = xml;
  const isBomb =
    uncompressedSize > limits.xmlBytes || uncompressedSize > limits.ratio * (compressedSize + 100);
  return isBomb ? fail('too-large') : ok(xml);
}

function isXml(entry: Entry): entry is FileEntry {
  return !entry.directory && entry.filename.toLowerCase().endsWith('.xml');
}

async function inflated(
  entry: FileEntry,
  shareCode: string | null,
): Promise<Result<Uint8Array, DocumentFault>> {
  const writer = new BoundedWriter();
  try {
    const options = { checkSignature: true, checkOverlappingEntry: true, useWebWorkers: false };
    const password = entry.encrypted && shareCode !== null ? { password: shareCode } : {};
    return ok(await entry.getData(writer, { ...options, ...password }));
  } catch (error) {
    if (writer.isOverfull) return fail('too-large');
    const isRefused = error instanceof Error && error.message === ERR_INVALID_PASSWORD;
    // The old encryption checks one byte only: one wrong code in 256 gets past it, and yields rubbish instead.
    return fail(isRefused || (entry.encrypted && entry.zipCrypto) ? 'wrong-share-code' : 'damaged');
  }
}

/** Keeps what is written, and refuses more than an XML of this kind may have. */
class BoundedWriter extends Writer<Uint8Array> {
  isOverfull = false;
  private readonly parts: Uint8Array[] = [];
  private length = 0;

  override async writeUint8Array(part: Uint8Array): Promise<void> {
    this.length += part.length;
    if (this.length > limits.xmlBytes) {
      this.isOverfull = true;
      throw new Error('Larger than an e-KYC file');
    }
    this.parts.push(part.slice());
  }

  override async getData(): Promise<Uint8Array> {
    return new Uint8Array(Buffer.concat(this.parts));
  }
}
