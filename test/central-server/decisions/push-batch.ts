import { z } from 'zod';
import {
  officer as officerSchema,
  reasonCode,
  type Officer,
  type ReasonCode,
} from '../../../shared/domain/master.ts';
import type { PushAnswerItem, RefusalReason } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { writeItems } from '../feed/write-item.ts';
import { announceTransfers } from '../transfers/transfer-rows.ts';
import { decidedRequest } from './decided-request.ts';
import { judgeItem, type KnownRequest, type Verdict } from './judge-item.ts';
import { signReceipt } from './receipt.ts';
import type { PushingDevice, ReadItem } from './sealed-item.ts';
import { standingDecisions, standingFrom, type Standing } from './standing-decisions.ts';
import {
  insertDecisions,
  lockChain,
  lockRequests,
  pastAnswers,
  requestsThatLeft,
  reserveSequences,
  writeChain,
} from './push-queries.ts';
import type { NewDecision, PastAnswer } from './push-queries.ts';

interface Loaded {
  chain: { sequence: number; head: string };
  past: Map<string, PastAnswer>;
  requests: Map<string, KnownRequest>;
  /** Those that the device's district had once and has no more. */
  left: Set<string>;
  standing: Map<string, Standing>;
  officer: Officer;
  reasonCodes: ReasonCode[];
  sequences: number[];
}

/**
 * One push under its locks. The device's row is locked first, then the requests by id: two pushes always wait for each
 * other in the same order, so none can deadlock, and a request is decided by one of them only.
 */
export class PushBatch {
  readonly #context: ServerContext;
  readonly #device: PushingDevice;
  readonly #loaded: Loaded;
  readonly #decisions: NewDecision[] = [];
  readonly #changed = new Set<string>();

  private constructor(context: ServerContext, device: PushingDevice, loaded: Loaded) {
    this.#context = context;
    this.#device = device;
    this.#loaded = loaded;
  }

  static async open(
    context: ServerContext,
    device: PushingDevice,
    items: readonly ReadItem[],
  ): Promise<PushBatch> {
    const { database } = context;
    const chain = await lockChain(database, device.id);
    const past = await pastAnswers(
      database,
      items.map((item) => item.id),
    );
    const wanted = [
      ...items.flatMap((item) => (item.content ? [item.content.requestId as string] : [])),
      ...[...past.values()].flatMap((each) => each.requestId ?? []),
    ];
    const loaded: Loaded = {
      chain,
      past,
      requests: await lockRequests(database, wanted),
      left: await requestsThatLeft(database, device.districtId, wanted),
      // After the locks: nobody decides these requests any more before this push has ended.
      standing: await standingDecisions(database, device.districtId, wanted),
      officer: await readOfficer(context, device.officerId),
      reasonCodes: await readReasonCodes(context),
      sequences: await reserveSequences(database, items.length),
    };
    return new PushBatch(context, device, loaded);
  }

  answer(item: ReadItem): PushAnswerItem {
    const past = this.#loaded.past.get(item.id);
    if (past) return this.#repeat(item, past);
    if (item.link === null) {
      if (item.sealed === null)
        return this.#refuse(item, 'unreadable', 'The item has no readable, signed link');
      return this.#refuse(item, 'device-signature-wrong', 'The link is not signed by this device');
    }
    const { chain } = this.#loaded;
    if (item.link.sequence !== chain.sequence + 1 || item.link.previous !== chain.head) {
      return this.#refuse(item, 'chain-broken', `The chain stands at ${chain.sequence}`);
    }
    return this.#process(item, item.link);
  }

  /** Everything that the answers promise; and what an approval promises, a transfer in line. */
  async write(): Promise<void> {
    if (this.#decisions.length === 0) return;
    const { database } = this.#context;
    await insertDecisions(database, this.#decisions);
    await writeChain(database, this.#device.id, this.#loaded.chain);
    const changed = [...this.#changed].flatMap((id) => this.#loaded.requests.get(id) ?? []);
    await writeItems(
      database,
      changed.map(({ request, districtId }) => ({
        kind: 'request',
        id: request.id,
        districtId,
        version: request.version,
        body: request,
      })),
    );
    const approved = changed.filter(({ request }) => request.status === 'approved');
    await announceTransfers(
      database,
      approved.map(({ request }) => request),
      this.#context.now(),
    );
  }

  /** The same decision again gets the same answer; another one under its id gets none of it. */
  #repeat(item: ReadItem, past: PastAnswer): PushAnswerItem {
    if (past.deviceId !== this.#device.id || past.fingerprint !== item.fingerprint) {
      return this.#refuse(item, 'chain-broken', 'Another decision has this id');
    }
    if (past.answer.result !== 'conflict') return past.answer;
    const known = past.requestId === null ? undefined : this.#loaded.requests.get(past.requestId);
    // It may have gone to another district since: that one's state is nobody else's.
    const present = known?.districtId === this.#device.districtId ? known.request : null;
    return { ...past.answer, present };
  }

  #process(item: ReadItem, link: NonNullable<ReadItem['link']>): PushAnswerItem {
    const id = item.content?.requestId;
    const known = id === undefined ? null : (this.#loaded.requests.get(id) ?? null);
    const hasLeft = id !== undefined && this.#loaded.left.has(id);
    const verdict = judgeItem(item, this.#device, { known, hasLeft }, this.#loaded.reasonCodes);
    const serverSequence = verdict.result === 'accepted' ? (this.#loaded.sequences.shift() ?? null) : null;
    const answer = this.#carryOut(item, verdict, serverSequence);
    const stored: PushAnswerItem = answer.result === 'conflict' ? { ...answer, present: null } : answer;
    this.#loaded.chain = { sequence: link.sequence, head: link.commitment };
    this.#loaded.past.set(item.id, {
      deviceId: this.#device.id,
      fingerprint: item.fingerprint,
      requestId: item.content?.requestId ?? null,
      answer: stored,
    });
    this.#decisions.push({
      item,
      link,
      device: this.#device,
      answer: stored,
      serverSequence,
      at: this.#context.now(),
    });
    return answer;
  }

  #carryOut(item: ReadItem, verdict: Verdict, serverSequence: number | null): PushAnswerItem {
    switch (verdict.result) {
      case 'refused':
        return { id: item.id, ...verdict, linkTaken: true };
      case 'conflict':
        return {
          id: item.id,
          result: 'conflict',
          reason: verdict.reason,
          present: verdict.request,
          standing: verdict.request && this.#standingAgainst(item, verdict.request.id),
        };
      case 'accepted': {
        if (serverSequence === null) throw new Error('No server sequence was reserved');
        const now = this.#context.now();
        const request = decidedRequest(verdict.request, verdict.content, this.#loaded.officer, now);
        this.#loaded.requests.set(request.id, { request, districtId: this.#device.districtId });
        this.#changed.add(request.id);
        const receipt = signReceipt(item, request, serverSequence, now, this.#context.identity.privateKey);
        const moved = { version: request.version, acceptedAt: now.toISOString() };
        this.#loaded.standing.set(request.id, standingFrom(verdict.content, this.#loaded.officer, moved));
        return { id: item.id, result: 'accepted', receipt };
      }
    }
  }

  /** The decision that the device had not seen when it made its own. */
  #standingAgainst(item: ReadItem, requestId: string): Standing['decision'] | null {
    const standing = this.#loaded.standing.get(requestId);
    if (!standing || item.content === null || standing.version <= item.content.requestVersion) return null;
    return standing.decision;
  }

  /** A fault of the link itself: the chain stays where it was, and nothing is kept of the item. */
  #refuse(item: ReadItem, reason: RefusalReason, message: string): PushAnswerItem {
    return { id: item.id, result: 'refused', reason, message, linkTaken: false };
  }
}

async function readOfficer({ database }: ServerContext, id: string): Promise<Officer> {
  const row = await database
    .selectFrom('officer_accounts')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return officerSchema.parse(JSON.parse(row.body));
}

async function readReasonCodes({ database }: ServerContext): Promise<ReasonCode[]> {
  const rows = await database
    .selectFrom('feed')
    .select('body')
    .where('kind', '=', 'reason-code')
    .where('removed', '=', false)
    .execute();
  return z.array(reasonCode).parse(rows.map((row) => JSON.parse(row.body) as unknown));
}
