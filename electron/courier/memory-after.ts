import type { BundleHeader, InContents } from '../../shared/courier/bundle.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { CourierMemory } from '../storage/courier-memory.ts';

/**
 * What the vault remembers after a file was taken in. One that left changes out says nothing of how new this desk's data
 * is: limits that rest on its age must go on holding.
 */
export function memoryAfter(
  before: CourierMemory,
  header: Pick<BundleHeader, 'sequence' | 'madeAt'>,
  { remaining }: Pick<InContents, 'remaining'>,
  at: Instant,
): CourierMemory {
  const isNewer = header.sequence > before.inSequence;
  return {
    ...before,
    inSequence: Math.max(before.inSequence, header.sequence),
    readAt: at,
    newestMadeAt: isNewer && remaining === 0 ? header.madeAt : before.newestMadeAt,
  };
}
