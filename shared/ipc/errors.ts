import { z } from 'zod';
import { courierFault } from '../courier/courier-fault.ts';
import { limitName } from '../domain/desk-limits.ts';
import { documentFault } from '../domain/documents/document-fault.ts';
import { networkFault } from '../network/network-fault.ts';

/**
 * Everything that can go wrong between the window and the main process, by name. The locale files hold a sentence and
 * an advice for each kind (`errors.<kind>`); a kind without them does not compile.
 */
export const deskError = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invalid-input'), path: z.string() }),
  z.object({ kind: z.literal('untrusted-sender') }),
  z.object({ kind: z.literal('not-signed-in') }),
  z.object({ kind: z.literal('wrong-password') }),
  z.object({ kind: z.literal('wrong-recovery-key') }),
  z.object({ kind: z.literal('weak-password'), why: z.enum(['short', 'common', 'like-login']) }),
  /** The database is there, its keyring is not. */
  z.object({ kind: z.literal('missing-key') }),
  /** The keyring is there and cannot be read. */
  z.object({ kind: z.literal('damaged-key') }),
  /** The operating system's store no longer opens the keyring's outer wrap. */
  z.object({ kind: z.literal('keyring-changed') }),
  /** The key is right by its own check, and does not open the database. */
  z.object({ kind: z.literal('cannot-decrypt') }),
  /** The vault was written by a newer version of the app. */
  z.object({ kind: z.literal('newer-vault') }),
  z.object({ kind: z.literal('already-enrolled') }),
  z.object({ kind: z.literal('activation-code-wrong') }),
  z.object({ kind: z.literal('activation-code-used') }),
  z.object({ kind: z.literal('server-unreachable') }),
  /** Something answered that is not the central server: a login page of the network, HTML, cut JSON. */
  z.object({ kind: z.literal('server-nonsense'), detail: z.string() }),
  z.object({ kind: z.literal('server-failed'), detail: z.string() }),
  /** The faults of an office's network, see `linkFault`; `detail` is the proxy, the issuer, or the host. */
  z.object({ kind: z.literal('proxy-unreachable'), detail: z.string() }),
  z.object({ kind: z.literal('proxy-auth'), detail: z.string() }),
  z.object({ kind: z.literal('proxy-refused'), detail: z.string() }),
  z.object({ kind: z.literal('certificate-untrusted'), detail: z.string() }),
  z.object({ kind: z.literal('certificate-expired'), detail: z.string() }),
  z.object({ kind: z.literal('certificate-not-yet-valid'), detail: z.string() }),
  z.object({ kind: z.literal('certificate-wrong-host'), detail: z.string() }),
  z.object({ kind: z.literal('network-refused'), why: networkFault }),
  z.object({ kind: z.literal('device-revoked') }),
  /** The desk leaves its district, or has left it: nothing new is taken and nothing of it is shown. */
  z.object({ kind: z.literal('desk-leaving') }),
  /** The officer went to another district; others still work on this PC. */
  z.object({ kind: z.literal('officer-left') }),
  z.object({ kind: z.literal('disk-full') }),
  z.object({ kind: z.literal('not-found') }),
  /** The request changed since it was opened; nothing was recorded. */
  z.object({ kind: z.literal('request-changed') }),
  z.object({ kind: z.literal('already-decided') }),
  /** Somebody has dealt with this conflict already. */
  z.object({ kind: z.literal('conflict-ended') }),
  /** As the request stands now, the process does not leave this choice about a conflict. */
  z.object({ kind: z.literal('choice-not-open') }),
  z.object({ kind: z.literal('undo-too-late') }),
  /** The request's purpose or present state does not have this outcome; the server would refuse it. */
  z.object({
    kind: z.literal('outcome-not-allowed'),
    why: z.enum(['not-migration', 'already-returned', 'already-on-hold', 'no-room']),
  }),
  /** Too long without the server: nothing is approved until there was contact. `days` is how long by now. */
  z.object({ kind: z.literal('approvals-held'), why: limitName, days: z.int() }),
  /** These decisions are sealed by the day's sign-off only. */
  z.object({ kind: z.literal('sign-off-needed') }),
  z.object({ kind: z.literal('chain-in-doubt') }),
  /** A warning that would come after approvals are held already. */
  z.object({ kind: z.literal('limits-crossed'), which: limitName }),
  z.object({ kind: z.literal('reason-missing') }),
  z.object({ kind: z.literal('remarks-missing') }),
  /** Approving against these failing rules needs a reason for each. */
  z.object({ kind: z.literal('override-missing'), rules: z.array(z.string()) }),
  /** A decision has no order before it is sealed, and a hold has none at all. */
  z.object({ kind: z.literal('no-order-yet') }),
  /** The paper was made a while ago and is no longer in memory. */
  z.object({ kind: z.literal('paper-gone') }),
  /** No printer, or printing failed. */
  z.object({ kind: z.literal('print-failed') }),
  /** The file could not be written where the officer wanted it. */
  z.object({ kind: z.literal('cannot-save-file') }),
  /** A period that ends before it begins. */
  z.object({ kind: z.literal('invalid-range') }),
  /** More than this many local holidays of one year are a mistake. */
  z.object({ kind: z.literal('too-many-local-holidays'), maximum: z.int() }),
  z.object({ kind: z.literal('already-a-holiday'), date: z.string() }),
  z.object({ kind: z.literal('not-a-picture') }),
  z.object({ kind: z.literal('aadhaar-number-in-text'), field: z.string() }),
  /** A file that cannot be taken in, or a scan that cannot be read; `fault` is one of `documentFault`. */
  z.object({ kind: z.literal('document'), fault: documentFault }),
  /** It lived in memory only, and the desk was locked, or it was discarded. */
  z.object({ kind: z.literal('intake-gone') }),
  /** Another file lies in its place by now; nothing was deleted. */
  z.object({ kind: z.literal('original-changed') }),
  /** So many files are being taken in that no more fit: some are to be kept or discarded first. */
  z.object({ kind: z.literal('too-many-intakes'), left: z.int() }),
  /** Digits of a number may still be seen: it is not kept. */
  z.object({ kind: z.literal('not-masked') }),
  z.object({ kind: z.literal('folder-lost') }),
  z.object({
    kind: z.literal('trust-refused'),
    why: z.enum(['no-root', 'not-signed-by-root', 'damaged', 'older']),
  }),
  /** A file for or from a stick; the district is the one that a whole file names. */
  z.object({ kind: z.literal('courier'), fault: courierFault, districtId: z.string().nullable() }),
  /** `reference` finds the entry in the log; it holds nothing personal. */
  z.object({ kind: z.literal('internal'), reference: z.string() }),
]);
export type DeskError = z.infer<typeof deskError>;
export type DeskErrorKind = DeskError['kind'];
