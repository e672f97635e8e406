import type { Job } from '../../../electron/documents/host/job.ts';
import { DocumentHost, type DocumentHostLimits } from '../../../electron/documents/host/document-host.ts';
import { nodeChildLauncher } from '../../../electron/documents/host/launch-node-child.ts';

const entry = new URL('../../../electron/documents/host/document-process.ts', import.meta.url);

/** The process for documents as the verbs start it. */
export function realHost(limits: Partial<DocumentHostLimits> = {}): DocumentHost {
  return new DocumentHost(nodeChildLauncher(entry, null), limits);
}

/** A file to be examined and masked, without anything else. */
export function examineJob(bytes: Uint8Array, changes: Partial<Omit<Job, 'bytes'>> = {}): Job {
  return {
    kind: 'examine',
    bytes,
    fileName: null,
    shareCode: null,
    trust: [],
    handBoxes: [],
    isAadhaarSlot: true,
    masked: 'png',
    wantOriginal: false,
    ...changes,
  };
}
