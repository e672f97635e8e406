import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  chainStart,
  commitmentText,
  decisionContent,
  linkText,
  type DecisionContent,
  type SealedDecision,
} from '../../shared/domain/decision.ts';
import { decisionId, deviceId as deviceIdSchema } from '../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import { transferActId, type TransferAct } from '../../shared/domain/transfer/transfer-act.ts';
import {
  challengeAnswer,
  challengeText,
  changeLine,
  changePageEnd,
  enrolAnswer,
  pushAnswer,
  sessionAnswer,
  type ChangeLine,
  type ChangePageEnd,
  type EnrolAnswer,
  transferActsAnswer,
  type PushAnswerItem,
  type SignedTransferAct,
  type TransferActAnswer,
} from '../../shared/sync/protocol.ts';
import { newSigningKey, signText } from './signatures.ts';

/** A desk reduced to its keys and its chain: says to the server what the protocol allows, and what it does not. */
export class TestDevice {
  readonly url: string;
  readonly officerKey = newSigningKey();
  readonly deviceKey = newSigningKey();
  readonly sealingKey = generateKeyPairSync('x25519')
    .publicKey.export({ format: 'der', type: 'spki' })
    .toString('base64');
  #enrolment: EnrolAnswer | null = null;
  #token = '';
  #sequence = 0;
  #head = chainStart;

  constructor(url: string) {
    this.url = url;
  }

  /** @throws before `enrol`. */
  get enrolment(): EnrolAnswer {
    if (this.#enrolment === null) throw new Error('Not enrolled');
    return this.#enrolment;
  }

  tryEnrol(activationCode: string): Promise<Response> {
    return this.post('/v1/enrol', {
      activationCode,
      officerSigningKey: this.officerKey.publicKey,
      officerSealingKey: this.sealingKey,
      deviceSigningKey: this.deviceKey.publicKey,
      deviceName: 'Sample PC',
    });
  }

  async enrol(activationCode: string): Promise<this> {
    this.#enrolment = enrolAnswer.parse(await (await this.tryEnrol(activationCode)).json());
    return this;
  }

  /** @throws when the server refuses. */
  async signIn(): Promise<this> {
    const { deviceId } = this.enrolment;
    const { nonce } = challengeAnswer.parse(
      await (await this.post('/v1/session/challenge', { deviceId })).json(),
    );
    const signature = signText(challengeText(nonce), this.deviceKey.privateKey);
    const answer = await this.post('/v1/session', { deviceId, nonce, signature });
    this.#token = sessionAnswer.parse(await answer.json()).token;
    return this;
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#token) headers.set('authorization', `Bearer ${this.#token}`);
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async page(cursor?: string, limit = 500): Promise<{ lines: ChangeLine[]; end: ChangePageEnd }> {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
    const text = await (await this.fetch(`/v1/changes?${query}`)).text();
    const parts = text.trimEnd().split('\n');
    const end = changePageEnd.parse(JSON.parse(parts.pop() ?? ''));
    return { lines: parts.map((part) => changeLine.parse(JSON.parse(part))), end };
  }

  /** Every page from a cursor on, or from the beginning. */
  async pull(cursor?: string, limit = 500): Promise<{ lines: ChangeLine[]; cursor: string }> {
    const lines: ChangeLine[] = [];
    let at = cursor;
    for (;;) {
      const page = await this.page(at, limit);
      lines.push(...page.lines);
      at = page.end.cursor;
      if (!page.end.more) return { lines, cursor: at };
    }
  }

  /** A decision as this device's officer would make it; `change` makes it another one. */
  content(
    request: MigrationRequest,
    outcome: DecisionContent['outcome'],
    change: Partial<DecisionContent> = {},
  ): DecisionContent {
    const codes = { approve: [], reject: ['R01'], return: ['O03'], hold: ['H02'] };
    return {
      protocol: 1,
      id: decisionId.parse(uuidv7()),
      requestId: request.id,
      requestVersion: request.version,
      districtId: request.districtId,
      outcome,
      reasonCodes: codes[outcome],
      remarks: '',
      overrides: [],
      rules: [],
      checklist: [],
      documentChecks: [],
      verdicts: [],
      pins: [],
      officerId: this.enrolment.officer.id,
      deviceId: deviceIdSchema.parse(this.enrolment.deviceId),
      recordedAt: new Date().toISOString(),
      ...change,
    };
  }

  /** Gives a decision the next place in this device's chain. */
  seal(content: DecisionContent, officerPrivateKey = this.officerKey.privateKey): SealedDecision {
    return this.sealText(content.id, JSON.stringify(decisionContent.parse(content)), officerPrivateKey);
  }

  sealText(id: string, content: string, officerPrivateKey = this.officerKey.privateKey): SealedDecision {
    const officerSignature = signText(content, officerPrivateKey);
    const salt = randomBytes(16).toString('hex');
    const commitment = createHash('sha256')
      .update(commitmentText({ salt, content, officerSignature }))
      .digest('hex');
    const link = {
      sequence: (this.#sequence += 1),
      previous: this.#head,
      commitment,
      sealedAt: new Date().toISOString(),
    };
    this.#head = commitment;
    const deviceSignature = signText(linkText(link), this.deviceKey.privateKey);
    return { id: decisionId.parse(id), content, officerSignature, salt, ...link, deviceSignature };
  }

  /** What this device's officer did about a request's transfer; `change` makes it another one. */
  act(
    request: Pick<MigrationRequest, 'id' | 'districtId'>,
    act: TransferAct['act'],
    change: Partial<TransferAct> = {},
  ): TransferAct {
    return {
      protocol: 1,
      id: transferActId.parse(uuidv7()),
      requestId: request.id,
      districtId: request.districtId,
      act,
      officerId: this.enrolment.officer.id,
      deviceId: deviceIdSchema.parse(this.enrolment.deviceId),
      at: new Date().toISOString(),
      ...change,
    };
  }

  signAct(act: unknown, officerPrivateKey = this.officerKey.privateKey): SignedTransferAct {
    const content = JSON.stringify(act);
    return { content, officerSignature: signText(content, officerPrivateKey) };
  }

  /** @throws when the whole batch is refused. */
  async pushActs(acts: readonly unknown[]): Promise<(TransferActAnswer | null)[]> {
    return transferActsAnswer.parse(await (await this.post('/v1/transfer-acts', { acts })).json()).answers;
  }

  /** @throws when the whole push is refused. */
  async push(decisions: readonly unknown[]): Promise<PushAnswerItem[]> {
    return pushAnswer.parse(await (await this.post('/v1/decisions', { decisions })).json()).answers;
  }
}
