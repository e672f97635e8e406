import type { SealedDecision } from '../../shared/domain/decision.ts';
import { sealedDecision } from '../../shared/domain/decision.ts';
import { officer as officerSchema, type District, type Officer } from '../../shared/domain/master.ts';
import { migrationRequest, type MigrationRequest } from '../../shared/domain/request.ts';
import { pushAnswerItem, type Receipt } from '../../shared/sync/protocol.ts';
import { codeHash } from './activation-code.ts';
import type { ServerContext } from './context.ts';
import { answerBundle, bundleFor } from './courier/answer-bundle.ts';
import { removeItem, writeItem, type FeedItem } from './feed/write-item.ts';
import { waitUntilSettled } from './feed/wait-until-settled.ts';
import { transfer as transferSchema, type Transfer } from '../../shared/domain/transfer/transfer.ts';
import { runTransfer, type TransferEnd } from './transfers/run-transfer.ts';
import { transfersToRun } from './transfers/transfer-loop.ts';
import type { StepHook } from './transfers/transfer-step.ts';
import { imageType } from './blobs/keep-blob.ts';

/** A decision that the server has answered. */
export interface StoredDecision {
  id: string;
  deviceId: string;
  requestId: string | null;
  result: 'accepted' | 'conflict' | 'refused';
  /** Why, of a conflict or refusal. */
  reason: string | null;
  receipt: Receipt | null;
  /** Null for a refused one: its text is not kept. */
  sealed: SealedDecision | null;
  /** The place in the device's chain. */
  sequence: number;
}

/**
 * The server's data as a test or the demo sees and changes it: as if the rest of the administration worked on it.
 * Each change stands in the feed of the districts concerned when its promise resolves.
 */
export class CentralData {
  readonly #context: ServerContext;

  constructor(context: ServerContext) {
    this.#context = context;
  }

  /** How many decisions were answered, with one result or any. */
  async countDecisions(result?: StoredDecision['result']): Promise<number> {
    let query = this.#context.database
      .selectFrom('decisions')
      .select((count) => count.fn.countAll<string>().as('count'));
    if (result) query = query.where('result', '=', result);
    return Number((await query.executeTakeFirstOrThrow()).count);
  }

  /** In the order in which they were processed on each device's chain. */
  async decisions(): Promise<StoredDecision[]> {
    const rows = await this.#context.database
      .selectFrom('decisions')
      .select(['id', 'device_id', 'request_id', 'answer', 'sealed', 'chain_sequence'])
      .orderBy('device_id')
      .orderBy('chain_sequence')
      .execute();
    return rows.map((row) => {
      const answer = pushAnswerItem.parse(JSON.parse(row.answer));
      return {
        id: row.id,
        deviceId: row.device_id,
        requestId: row.request_id,
        result: answer.result,
        reason: answer.result === 'accepted' ? null : answer.reason,
        receipt: answer.result === 'accepted' ? answer.receipt : null,
        sealed: row.sealed === null ? null : sealedDecision.parse(JSON.parse(row.sealed)),
        sequence: row.chain_sequence,
      };
    });
  }

  /** The result of each decision of a device, by id; light enough to ask for often. */
  async answers(deviceId: string): Promise<Map<string, StoredDecision['result']>> {
    const rows = await this.#context.database
      .selectFrom('decisions')
      .select(['id', 'answer'])
      .where('device_id', '=', deviceId)
      .execute();
    return new Map(rows.map(({ id, answer }) => [id, pushAnswerItem.parse(JSON.parse(answer)).result]));
  }

  async decision(id: string): Promise<StoredDecision | null> {
    return (await this.decisions()).find((decision) => decision.id === id) ?? null;
  }

  /** Of one district or of all, in the order of their ids. */
  async requests(districtId?: string): Promise<MigrationRequest[]> {
    let query = this.#context.database
      .selectFrom('feed')
      .select('body')
      .where('kind', '=', 'request')
      .where('removed', '=', false)
      .orderBy('id');
    if (districtId !== undefined) query = query.where('district_id', '=', districtId);
    return (await query.execute()).map((row) => migrationRequest.parse(JSON.parse(row.body)));
  }

  async request(id: string): Promise<MigrationRequest | null> {
    return (await this.requests()).find((request) => request.id === id) ?? null;
  }

  /** Puts a request in as it is, new or in place of the one with its id; its version must be the higher one. */
  async putRequest(request: MigrationRequest): Promise<void> {
    const { id, districtId, version } = request;
    await this.putItem({ kind: 'request', id, districtId, version, body: request });
  }

  /**
   * Changes a request and counts its version up, in one transaction.
   * @throws when there is none with that id.
   */
  async changeRequest(
    id: string,
    change: (request: MigrationRequest) => MigrationRequest,
  ): Promise<MigrationRequest> {
    const changed = await this.#context.database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('feed')
        .select(['body', 'district_id'])
        .where('kind', '=', 'request')
        .where('id', '=', id)
        .where('removed', '=', false)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const before = migrationRequest.parse(JSON.parse(row.body));
      const updatedAt = this.#context.now().toISOString();
      const after = migrationRequest.parse({ ...change(before), version: before.version + 1, updatedAt });
      const { districtId, version } = after;
      if (districtId !== row.district_id) await removeItem(transaction, 'request', id, row.district_id);
      await writeItem(transaction, { kind: 'request', id, districtId, version, body: after });
      return after;
    });
    await this.settled();
    return changed;
  }

  /** In the order of their requests' ids. */
  async transfers(): Promise<Transfer[]> {
    const rows = await this.#context.database
      .selectFrom('transfers')
      .select('body')
      .orderBy('request_id')
      .execute();
    return rows.map((row) => transferSchema.parse(JSON.parse(row.body)));
  }

  async transfer(requestId: string): Promise<Transfer | null> {
    return (await this.transfers()).find((each) => each.requestId === requestId) ?? null;
  }

  /** Moves the records of one approved request now, whatever kept it before. */
  async runTransfer(requestId: string, hook?: StepHook): Promise<TransferEnd> {
    const end = await runTransfer(this.#context, requestId, hook);
    await this.settled();
    return end;
  }

  /** Those whose turn it is, one after the other; tells how many were completed. */
  async runTransfers(): Promise<number> {
    let completed = 0;
    for (const requestId of await transfersToRun(this.#context)) {
      if ((await runTransfer(this.#context, requestId)) === 'completed') completed += 1;
    }
    await this.settled();
    return completed;
  }

  /** Everything committed so far stands in the feed: wait for it after a push, before a pull that must show it. */
  async settled(): Promise<void> {
    await waitUntilSettled(this.#context.database);
  }

  /** Anything else that clients see, of any kind: one that no client knows yet, too. */
  async putItem(item: FeedItem): Promise<void> {
    await writeItem(this.#context.database, item);
    await this.settled();
  }

  /** Leaves a line with `removed` in the feed. */
  async removeItem(kind: string, id: string): Promise<void> {
    await removeItem(this.#context.database, kind, id);
    await this.settled();
  }

  /** A scan that the officers of a district may fetch; tells its hash. Only JPEG, PNG and PDF. */
  async putBlob(bytes: Uint8Array, districtId: string): Promise<string> {
    const mime = imageType(bytes) ?? 'application/octet-stream';
    const hash = await this.#context.blobs.put(bytes);
    await this.#context.database
      .insertInto('blob_access')
      .values({ hash, district_id: districtId, size: bytes.length, mime })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return hash;
  }

  async putDistrict({ id, name }: District): Promise<void> {
    await this.#context.database
      .insertInto('districts')
      .values({ id, name_hi: name.hi, name_en: name.en })
      .execute();
  }

  /** A new officer of a district that is there, with a code that enrols one device. */
  async putOfficer(officer: Officer, activationCode: string): Promise<void> {
    const { id, districtId } = officer;
    await this.#context.database
      .insertInto('officer_accounts')
      .values({
        id,
        district_id: districtId,
        body: JSON.stringify(officer),
        revoked_at: null,
        moved_at: null,
      })
      .execute();
    await this.putItem({ kind: 'officer', id, districtId, body: officer });
    await this.issueActivationCode(id, activationCode);
  }

  /** One more code, for one more device of an officer. */
  async issueActivationCode(officerId: string, code: string): Promise<void> {
    await this.#context.database
      .insertInto('activation_codes')
      .values({ code_hash: codeHash(code), officer_id: officerId })
      .execute();
  }

  /** The public key by which receipts are proved, SPKI DER in base64. */
  get receiptKey(): string {
    return this.#context.identity.publicKey;
  }

  /** The public keys with which a device was enrolled, SPKI DER in base64. */
  async deviceKeys(deviceId: string): Promise<{ device: string; officer: string }> {
    const row = await this.#context.database
      .selectFrom('devices')
      .select(['device_signing_key', 'officer_signing_key'])
      .where('id', '=', deviceId)
      .executeTakeFirstOrThrow();
    return { device: row.device_signing_key, officer: row.officer_signing_key };
  }

  /** Takes what a desk sent on a stick, and makes the file that goes back to it. */
  answerCourier(file: Uint8Array): ReturnType<typeof answerBundle> {
    return answerBundle(this.#context, file);
  }

  /** A file for a desk that sent none. */
  courierFor(deviceId: string): ReturnType<typeof bundleFor> {
    return bundleFor(this.#context, deviceId);
  }

  async devices(): Promise<{ id: string; officerId: string; name: string; isRevoked: boolean }[]> {
    const rows = await this.#context.database
      .selectFrom('devices')
      .select(['id', 'officer_id', 'name', 'revoked_at'])
      .orderBy('enrolled_at')
      .execute();
    return rows.map(({ id, officer_id, name, revoked_at }) => ({
      id,
      officerId: officer_id,
      name,
      isRevoked: revoked_at !== null,
    }));
  }

  async revokeDevice(deviceId: string): Promise<void> {
    const revoked_at = this.#context.now().toISOString();
    await this.#context.database
      .updateTable('devices')
      .set({ revoked_at })
      .where('id', '=', deviceId)
      .execute();
  }

  async revokeOfficer(officerId: string): Promise<void> {
    const revoked_at = this.#context.now().toISOString();
    await this.#context.database
      .updateTable('officer_accounts')
      .set({ revoked_at })
      .where('id', '=', officerId)
      .execute();
  }

  /** An officer goes to another district; devices enrolled for the former one are to leave it. */
  async moveOfficer(officerId: string, districtId: string): Promise<void> {
    const moved_at = this.#context.now().toISOString();
    await this.#context.database.transaction().execute(async (transaction) => {
      const account = await transaction
        .selectFrom('officer_accounts')
        .select(['district_id', 'body'])
        .where('id', '=', officerId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const body = officerSchema.parse({ ...JSON.parse(account.body), districtId });
      await transaction
        .updateTable('officer_accounts')
        .set({ district_id: districtId, body: JSON.stringify(body), moved_at })
        .where('id', '=', officerId)
        .execute();
      await removeItem(transaction, 'officer', officerId, account.district_id);
      await writeItem(transaction, { kind: 'officer', id: officerId, districtId, body });
    });
    await this.settled();
  }

  /** Ends every session, as a restart of a real server may: the devices prove themselves again. */
  async endSessions(): Promise<void> {
    await this.#context.database.deleteFrom('sessions').execute();
  }
}
