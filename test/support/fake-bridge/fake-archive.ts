import { normalKioskCode } from '../../../shared/domain/kiosk-code.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { archivedHitOf } from '../../../electron/storage/archive/archive-hit-of.ts';
import type { ArchiveAnswer, ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';

/** Looks at every request one by one: enough for a few hundred. */
export function searchArchive(
  requests: Iterable<MigrationRequest>,
  text: string,
  limit: number,
): ArchiveAnswer {
  const found = [...requests].flatMap((request) => hitOf(request, text) ?? []);
  return { hits: found.slice(0, limit), more: found.length > limit };
}

function hitOf(request: MigrationRequest, text: string): ArchiveHit | null {
  const matched = whatFits(request, text.trim().toLowerCase());
  if (matched === null) return null;
  return { ...archivedHitOf(request, null), matched };
}

function whatFits(request: MigrationRequest, typed: string): ArchiveHit['matched'] | null {
  if (typed === '') return null;
  const code = normalKioskCode(typed) ?? typed.replace(/\s/g, '').replace(/^के/u, 'k').toUpperCase();
  if (code.length >= 2 && request.kioskCode.startsWith(code)) return 'kiosk-code';
  if (code.length >= 2 && request.newKioskCode?.startsWith(code)) return 'new-kiosk-code';
  if (request.requestNo.toLowerCase().startsWith(typed)) return 'request-no';
  if (/^\d{4}$/.test(typed) && request.applicant.mobileLast4 === typed) return 'mobile';
  const { hi, en } = request.applicant.name;
  const words = `${hi} ${en} ${request.centreName.hi} ${request.centreName.en}`.toLowerCase();
  return typed.split(/\s+/).every((word) => words.includes(word)) ? 'name' : null;
}
