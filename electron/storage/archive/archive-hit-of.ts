import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { ArchiveHit } from '../../../shared/ipc/views/archive-hit.ts';
import type { TransferCodes } from './archive-words.ts';
import { comparableWords } from './archive-words.ts';

/** What the archive shows of a request, whatever was typed. */
export type ArchivedHit = Omit<ArchiveHit, 'matched'>;

/** What of a request a hit is made of. */
export const shownFields = [
  'id',
  'requestNo',
  'kioskCode',
  'newKioskCode',
  'centreName',
  'applicant',
  'registeredOperator',
  'status',
  'receivedOn',
  'currentLspId',
  'targetLspId',
] as const satisfies readonly (keyof MigrationRequest)[];
export type ShownFields = Pick<MigrationRequest, (typeof shownFields)[number]>;

export function archivedHitOf(request: ShownFields, transfer: TransferCodes | null): ArchivedHit {
  return {
    id: request.id,
    requestNo: request.requestNo,
    kioskCode: request.kioskCode,
    newKioskCode: transfer?.newCode ?? request.newKioskCode,
    centreName: request.centreName,
    applicantName: request.applicant.name,
    mobileLast4: request.applicant.mobileLast4,
    ...(isSomeoneElse(request) && { registered: request.registeredOperator }),
    status: request.status,
    receivedOn: request.receivedOn,
    currentLspId: request.currentLspId,
    targetLspId: request.targetLspId,
  };
}

function isSomeoneElse({ applicant: { name, mobileLast4 }, registeredOperator }: ShownFields): boolean {
  const other = registeredOperator;
  const hasOwnMobile = other.mobileLast4 !== null && other.mobileLast4 !== mobileLast4;
  return other.name.hi !== name.hi || other.name.en !== name.en || hasOwnMobile;
}

/** What of a hit fitted the words: a number where one of them is in it, else a name. */
export function matchedOf(hit: ArchivedHit, words: readonly string[]): ArchiveHit['matched'] {
  const numbers = words.filter((word) => /\d/.test(word));
  const isIn = (text: string | null) => {
    if (text === null) return false;
    const compact = comparableWords(text).join('');
    return numbers.some((word) => compact.includes(word)) || compact === words.join('');
  };
  if (isIn(hit.kioskCode)) return 'kiosk-code';
  if (isIn(hit.newKioskCode)) return 'new-kiosk-code';
  if (isIn(hit.requestNo)) return 'request-no';
  if (isIn(hit.mobileLast4) || isIn(hit.registered?.mobileLast4 ?? null)) return 'mobile';
  return 'name';
}
