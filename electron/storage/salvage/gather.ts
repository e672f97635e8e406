import { z } from 'zod';
import { draft as draftSchema } from '../../../shared/domain/decision.ts';
import { localScan } from '../../../shared/domain/documents/local-scan.ts';
import { officerId, requestId } from '../../../shared/domain/ids.ts';
import { localAddition } from '../../../shared/domain/local-addition.ts';
import { transferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import { instant } from '../../../shared/domain/values.ts';
import type { SalvagedKind } from '../../../shared/ipc/views/salvage.ts';
import { auditHash, auditStart } from '../audit-chain.ts';
import type { AuditRow } from '../audit-entry.ts';
import { settingNames } from '../setting-name.ts';
import { isSignedBy } from '../signature.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { VaultIdentity } from '../store.ts';
import { identityFrom } from '../tables/meta-table.ts';
import { gatherDecisions } from './gather-decisions.ts';
import { readableEnds, readableRows, tryRead, type ReadRows } from './readable-rows.ts';
import type { Salvaged } from './salvaged.ts';

/** Whose signatures may stand under what is salvaged: the officers of the keyring, which the vault key proved. */
export interface Signers {
  officers: readonly { id: string; signingKey: string }[];
}

/** Must go on where they were: a courier file's number is never given twice, a leaving desk goes on leaving. */
const carriedValues = ['courier', 'trusted-time', 'last-contact', 'leaving', 'chain-base'];

const actState = z.enum(['unsent', 'accepted', 'refused']);

/**
 * Reads out of a damaged vault what officers made and what is nowhere else. Each row is parsed and, where it is signed,
 * proved; what does not hold is counted and left out.
 */
export function gather(db: SqlDatabase, signers: Signers, known: VaultIdentity | null): Salvaged {
  const incomplete = new Set<SalvagedKind>();
  let rejected = 0;

  function taken<Row, Value>(
    kind: SalvagedKind,
    read: ReadRows<Row>,
    parse: (row: Row) => Value | null,
  ): Value[] {
    if (!read.isWhole) incomplete.add(kind);
    return read.rows.flatMap((row) => {
      const value = parsed(() => parse(row));
      if (value === null) rejected += 1;
      return value === null ? [] : [value];
    });
  }

  const identity = known ?? readIdentity(db);
  const decisions = taken('decisions', gatherDecisions(db, identity), (row) => row(signers));
  const drafts = taken(
    'drafts',
    readableRows<{ id: string; body: string; savedAt: string }>(
      db,
      'drafts',
      'request_id AS id, body, saved_at AS savedAt',
    ),
    ({ id, body, savedAt }) => ({
      requestId: requestId.parse(id),
      draft: draftSchema.parse(JSON.parse(body)),
      savedAt: instant.parse(savedAt),
    }),
  );
  const acts = taken(
    'acts',
    readableRows<{ content: string; signature: string; state: string }>(
      db,
      'transfer_acts',
      'content, officer_signature AS signature, state',
    ),
    ({ content, signature, state }) => {
      const act = transferAct.parse(JSON.parse(content));
      const signer = signers.officers.find(({ id }) => id === act.officerId);
      if (!signer || !isSignedBy(signer.signingKey, content, signature)) return null;
      return { act, signed: { content, officerSignature: signature }, state: actState.parse(state) };
    },
  );
  const scans = taken(
    'scans',
    readableRows<{ body: string; endedAt: string | null }>(db, 'local_scans', 'body, ended_at AS endedAt'),
    ({ body, endedAt }) => ({ scan: localScan.parse(JSON.parse(body)), endedAt }),
  ).flatMap(({ scan, endedAt }) => (endedAt === null ? [scan] : []));
  const additions = taken(
    'additions',
    readableRows<{ body: string; endedAt: string | null }>(db, 'additions', 'body, ended_at AS endedAt'),
    ({ body, endedAt }) => ({ addition: localAddition.parse(JSON.parse(body)), endedAt }),
  ).flatMap(({ addition, endedAt }) => (endedAt === null ? [addition] : []));
  const settings = taken(
    'settings',
    readableEnds<{ name: string; value: number }>(db, 'SELECT name, value FROM settings', 'name'),
    ({ name, value }) => (isSetting(name) && Number.isSafeInteger(value) ? { name, value } : null),
  );
  const values = carriedValues.flatMap((name) => {
    const value = valueOf(db, name);
    return value === null ? [] : [{ name, value }];
  });
  const named = new Set([
    ...decisions.map(({ parsed: { requestId: id } }) => id),
    ...drafts.map(({ requestId: id }) => id),
    ...scans.map(({ requestId: id }) => id),
  ]);
  const audit = gatherAudit(db, () => incomplete.add('audit'));
  return {
    ...{ identity, decisions, drafts, acts, scans, additions, settings, values, audit, rejected },
    requests: gatherRequests(db, named),
    incomplete: [...incomplete],
  };
}

function readIdentity(db: SqlDatabase): VaultIdentity | null {
  const text = valueOf(db, 'identity');
  return text === null ? null : identityFrom(text);
}

function valueOf(db: SqlDatabase, name: string): string | null {
  const { row } = tryRead(() =>
    db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck().get(name),
  );
  return typeof row === 'string' ? row : null;
}

function isSetting(name: string): boolean {
  return (settingNames as readonly string[]).includes(name);
}

/** Null for what is not what it should be; a row can hold anything. */
function parsed<Value>(parse: () => Value | null): Value | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || error instanceof TypeError)
      return null;
    throw error;
  }
}

function gatherRequests(db: SqlDatabase, ids: ReadonlySet<string>): Salvaged['requests'] {
  const statement = tryRead(() =>
    db.prepare<[string], Salvaged['requests'][number]>(
      'SELECT id, feed_version AS feedVersion, body FROM requests WHERE id = ?',
    ),
  ).row;
  if (!statement) return [];
  return [...ids].flatMap((id) => tryRead(() => statement.get(id)).row ?? []);
}

/** Up to the first row that is unreadable or does not follow: behind it nothing is proved. */
function gatherAudit(db: SqlDatabase, isCut: () => void): AuditRow[] {
  type Stored = Omit<AuditRow, 'detail' | 'actor'> & { detail: string; actor: string | null };
  const { rows, isWhole } = readableRows<Stored>(
    db,
    'audit',
    'sequence, at, actor, action, subject, detail, hash',
  );
  const whole: AuditRow[] = [];
  let previous = auditStart;
  for (const row of rows) {
    const entry = parsed(() => ({
      ...{ sequence: row.sequence, at: row.at, action: row.action, subject: row.subject, hash: row.hash },
      actor: row.actor === null ? null : officerId.parse(row.actor),
      detail: JSON.parse(row.detail) as AuditRow['detail'],
    }));
    const follows =
      entry?.sequence === whole.length + 1 && auditHash(previous, entry.sequence, entry) === entry.hash;
    if (!follows) break;
    whole.push(entry);
    previous = entry.hash;
  }
  if (!isWhole || whole.length < rows.length) isCut();
  return whole;
}
