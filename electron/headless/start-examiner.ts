import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readCertificate } from '../documents/aadhaar/trusted-certificate.ts';
import type { Examiner } from '../documents/examiner.ts';
import { hostExaminer } from '../documents/host-examiner.ts';
import { DocumentHost } from '../documents/host/document-host.ts';
import { nodeChildLauncher } from '../documents/host/launch-node-child.ts';

interface StartedExaminer {
  examiner: Examiner;
  close: () => void;
}

/**
 * The examiner of the verbs without a window: the same process for documents, started by Node.
 * @param trustFiles certificates as PEM or DER.
 * @returns the name of a file that is none.
 */
export async function startExaminer(
  trustFiles: readonly string[],
  masked: 'jpeg' | 'png',
): Promise<Result<StartedExaminer, string>> {
  const trust: string[] = [];
  for (const file of trustFiles) {
    const read = readCertificate(new Uint8Array(await readFile(file)));
    if (!read.ok) return fail(file);
    trust.push(read.value.pem);
  }
  const host = new DocumentHost(
    nodeChildLauncher(new URL('../documents/host/document-process.ts', import.meta.url), null),
  );
  const examiner = hostExaminer({ host, trust: async () => trust, masked });
  return ok({
    examiner,
    close: () => {
      host.close();
    },
  });
}
