import { ok } from '../../shared/result.ts';
import type { Examiner } from './examiner.ts';
import type { DocumentHost } from './host/document-host.ts';

export interface HostExaminerOptions {
  host: Pick<DocumentHost, 'run' | 'getReady'>;
  /** Certificates besides the pinned ones, as PEM; asked for before each file. */
  trust: () => Promise<readonly string[]>;
  masked: 'jpeg' | 'png';
}

/** Has files examined in the process for documents. */
export function hostExaminer({ host, trust, masked }: HostExaminerOptions): Examiner {
  return {
    getReady: () => host.getReady(),
    async examine(request, { signal, progress }) {
      const job = {
        ...{
          kind: 'examine' as const,
          masked: request.wantMasked ? masked : null,
          trust: [...(await trust())],
        },
        ...{ bytes: request.bytes, fileName: request.fileName, shareCode: request.shareCode },
        handBoxes: [...request.handBoxes],
        ...{ isAadhaarSlot: request.isAadhaarSlot, wantOriginal: request.wantOriginal },
      };
      const result = await host.run(job, {
        signal,
        onProgress: ({ step, done, total }) => {
          if (step !== 'opening') progress(done + 1, total);
        },
      });
      return result.ok ? ok(result.value) : result;
    },
  };
}
