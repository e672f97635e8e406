import type { DecisionState, Outcome } from '../../../shared/domain/decision.ts';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import type { Bilingual, Instant, IsoDate } from '../../../shared/domain/values.ts';
import type { Receipt } from '../../../shared/sync/protocol.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { RegisterEntry } from '../store.ts';
import { readContent } from './decision-table.ts';

export interface OrderAnswer {
  state: DecisionState;
  answer: string | null;
  answeredAt: Instant | null;
}

interface Stored extends OrderAnswer {
  sequence: number;
  sealedAt: Instant;
  decisionId: DecisionId;
  requestId: RequestId;
  outcome: Outcome;
  content: string;
  row: string;
}

const msPerDay = 86_400_000;

/** The places of the device's chain as the office's numbered orders. */
export function registerTable(db: SqlDatabase) {
  const between = db.prepare<[string, string], Stored>(
    `SELECT c.sequence, c.sealed_at AS sealedAt, d.id AS decisionId, d.request_id AS requestId, d.outcome, d.content,
       d.state, d.answer, d.answered_at AS answeredAt, r.row
     FROM chain c JOIN decisions d ON d.id = c.decision_id JOIN rows r ON r.id = d.request_id
     WHERE c.sealed_at >= ? AND c.sealed_at < ? ORDER BY c.sequence`,
  );
  const answer = db.prepare<[string], OrderAnswer>(
    'SELECT state, answer, answered_at AS answeredAt FROM decisions WHERE id = ?',
  );
  const receipt = db.prepare<[string], Receipt>('SELECT text, signature FROM receipts WHERE decision_id = ?');
  return {
    /** Those sealed on a day in India. */
    onDay(day: IsoDate): Omit<RegisterEntry, 'orderNo'>[] {
      const begins = Date.parse(`${day}T00:00:00+05:30`);
      const [from, to] = [begins, begins + msPerDay].map((ms) => new Date(ms).toISOString());
      return between.all(from ?? '', to ?? '').map(entryOf);
    },
    answer: (id: DecisionId): OrderAnswer | null => answer.get(id) ?? null,
    receipt: (id: DecisionId): Receipt | null => receipt.get(id) ?? null,
  };
}

/** Why a number is void: the name of the answer that refused or contested its decision; null while it holds. */
export function voidWhyOf({ state, answer }: Pick<OrderAnswer, 'state' | 'answer'>): string | null {
  return state === 'refused' || state === 'conflicted' ? (answer ?? state) : null;
}

function entryOf(stored: Stored): Omit<RegisterEntry, 'orderNo'> {
  const { sequence, sealedAt, decisionId, requestId, outcome, content, state, answeredAt } = stored;
  const { requestNo, kioskCode, centreName } = JSON.parse(stored.row) as {
    requestNo: string;
    kioskCode: string;
    centreName: Bilingual;
  };
  const { officerId } = readContent({ id: decisionId, content });
  const voidWhy = voidWhyOf(stored);
  return {
    sequence,
    decisionId,
    requestId,
    requestNo,
    kioskCode,
    centreName,
    outcome,
    officerId,
    sealedAt,
    state,
    voidWhy,
    answeredAt,
  };
}
