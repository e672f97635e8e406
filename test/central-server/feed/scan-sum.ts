import { z } from 'zod';
import { openStatuses } from '../../../shared/domain/request.ts';

/** Only what is counted: a body of another form has no scans, and is no fault here. */
const counted = z.object({
  status: z.enum(openStatuses),
  documents: z.array(
    z.object({ scan: z.object({ hash: z.string(), size: z.int().nonnegative() }).nullable() }),
  ),
});

/** What a desk would fetch for an item: the scans of an open request, each once. */
export function scanSum(kind: string, body: unknown): { scans: number; bytes: number } {
  const request = kind === 'request' ? counted.safeParse(body) : null;
  if (!request?.success) return { scans: 0, bytes: 0 };
  const sizes = new Map(request.data.documents.flatMap(({ scan }) => (scan ? [[scan.hash, scan.size]] : [])));
  return { scans: sizes.size, bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0) };
}
