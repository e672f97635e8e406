import type { Job, JobAnswer } from '../../../electron/documents/host/job.ts';
import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { Result } from '../../../shared/result.ts';

type Changes = Partial<Omit<Job, 'bytes'>>;

/** The one process for documents that all suites share: its engines take seconds to open. */
export interface Examining {
  /** @throws where the file cannot be looked into. */
  examine(bytes: Uint8Array, changes?: Changes): Promise<JobAnswer>;
  attempt(bytes: Uint8Array, changes?: Changes): Promise<Result<JobAnswer, DocumentFault>>;
}
