import { attachmentKind, type Attachment, type AttachmentRefusal } from '../../../shared/sync/attachments.ts';
import type { ServerContext } from '../context.ts';
import { removeItem, writeItem } from '../feed/write-item.ts';

type Answer = { result: 'accepted' | 'blob-missing' } | { result: 'refused'; reason: AttachmentRefusal };

/** Ties an uploaded scan to a request, for the desks of the district; the same again changes nothing. */
export async function answerAttachment(
  context: ServerContext,
  districtId: string,
  { attachment, withdrawn }: { attachment: Attachment; withdrawn: boolean },
): Promise<Answer> {
  const { database } = context;
  const known = await database
    .selectFrom('feed')
    .select(['district_id', 'removed'])
    .where('kind', '=', attachmentKind)
    .where('id', '=', attachment.id)
    .executeTakeFirst();
  if (known && known.district_id !== districtId) return { result: 'refused', reason: 'not-your-district' };
  if (withdrawn) {
    await removeItem(database, attachmentKind, attachment.id, districtId);
    return { result: 'accepted' };
  }
  // Taken back means taken back: a repetition that comes late must not bring it again.
  if (known) return { result: 'accepted' };
  const refusal = await refusalOf(context, districtId, attachment);
  if (refusal !== null) return { result: 'refused', reason: refusal };
  const { hash, size } = attachment.scan;
  const blob = await database
    .selectFrom('blob_access')
    .select('hash')
    .where('hash', '=', hash)
    .where('district_id', '=', districtId)
    .where('size', '=', size)
    .executeTakeFirst();
  if (!blob) return { result: 'blob-missing' };
  await writeItem(database, { kind: attachmentKind, id: attachment.id, districtId, body: attachment });
  return { result: 'accepted' };
}

async function refusalOf(
  { database }: ServerContext,
  districtId: string,
  { requestId, by }: Attachment,
): Promise<AttachmentRefusal | null> {
  const requests = await database
    .selectFrom('feed')
    .select('district_id')
    .where('kind', '=', 'request')
    .where('id', '=', requestId)
    .where('removed', '=', false)
    .execute();
  if (requests.length === 0) return 'request-unknown';
  if (!requests.some((row) => row.district_id === districtId)) return 'not-your-district';
  const officer = await database
    .selectFrom('officer_accounts')
    .select('id')
    .where('id', '=', by)
    .where('district_id', '=', districtId)
    .executeTakeFirst();
  return officer ? null : 'officer-unknown';
}
