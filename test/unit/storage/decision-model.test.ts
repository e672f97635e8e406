import fc from 'fast-check';
import { expect, it } from 'vitest';
import { standsLocally } from '../../../shared/domain/slim-row.ts';
import { firstBrokenRow } from '../../../electron/storage/audit-chain.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import {
  accepted,
  at,
  conflict,
  decide,
  did,
  identity,
  later,
  pull,
  refused,
  requestLine,
  rid,
  today,
} from '../../contract/store-fixture.ts';

type State = 'recorded' | 'undone' | 'sealed' | 'sent' | 'accepted' | 'refused' | 'conflicted';
interface ModelDecision {
  n: number;
  request: number;
  version: number;
  state: State;
}

/** What the officer and the server know, told in a few lines: the store must never differ. */
class Model {
  versions = new Map([1, 2, 3].map((n) => [n, 1]));
  decisions: ModelDecision[] = [];

  newest(request: number): ModelDecision | undefined {
    return this.decisions.findLast((each) => each.request === request && each.state !== 'undone');
  }

  stands(request: number): boolean {
    const newest = this.newest(request);
    if (!newest) return false;
    if (newest.state === 'accepted') return (this.versions.get(request) ?? 0) <= newest.version;
    return standsLocally(newest.state);
  }
}

type Step = (model: Model, store: Store) => Promise<void>;
const request = fc.integer({ min: 1, max: 3 });
const pick = fc.nat({ max: 50 });
const isUnanswered = (state: State) => state === 'sealed' || state === 'sent';

function chosen(model: Model, index: number): ModelDecision | undefined {
  return model.decisions[index % Math.max(1, model.decisions.length)];
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ request, isStale: fc.boolean() })
    .map(({ request: r, isStale }): Step => async (model, store) => {
      const version = (model.versions.get(r) ?? 0) + (isStale ? 1 : 0);
      const n = model.decisions.length + 1;
      const done = await store.recordDecision(decide(n, r, 'approve', version));
      const kind = model.stands(r) ? 'already-decided' : isStale ? 'request-changed' : null;
      expect(done.ok ? null : done.error.kind).toBe(kind);
      if (kind === null) model.decisions.push({ n, request: r, version, state: 'recorded' });
    }),
  pick.map((index): Step => async (model, store) => {
    const decision = chosen(model, index);
    if (!decision) return;
    const done = await store.undoDecision(did(decision.n), at, identity.officer.id);
    expect(done.ok).toBe(decision.state === 'recorded' || decision.state === 'undone');
    if (done.ok) decision.state = 'undone';
  }),
  pick.map((index): Step => async (model, store) => {
    const decision = chosen(model, index);
    if (!decision) return;
    await store.sealDecisions({ ids: [did(decision.n)] }, later);
    if (decision.state === 'recorded') decision.state = 'sealed';
  }),
  pick.map((index): Step => async (model, store) => {
    const decision = chosen(model, index);
    if (!decision) return;
    await store.markSent([did(decision.n)], later);
    if (decision.state === 'sealed') decision.state = 'sent';
  }),
  fc
    .record({ index: pick, isForged: fc.boolean() })
    .map(({ index, isForged }): Step => async (model, store) => {
      const decision = chosen(model, index);
      if (!decision) return;
      const sent = decide(decision.n, decision.request, 'approve', decision.version);
      await store.applyAnswers([accepted(sent, { isForged })], later, today);
      if (isUnanswered(decision.state) && !isForged) decision.state = 'accepted';
    }),
  pick.map((index): Step => async (model, store) => {
    const decision = chosen(model, index);
    if (!decision) return;
    await store.applyAnswers([refused(decide(decision.n, decision.request))], later, today);
    if (isUnanswered(decision.state)) decision.state = 'refused';
  }),
  fc
    .record({ index: pick, ahead: fc.nat({ max: 2 }) })
    .map(({ index, ahead }): Step => async (model, store) => {
      const decision = chosen(model, index);
      if (!decision) return;
      const version = (model.versions.get(decision.request) ?? 0) + ahead;
      const present = sampleRequest({ id: rid(decision.request), version });
      await store.applyAnswers([conflict(decide(decision.n, decision.request), present)], later, today);
      if (!isUnanswered(decision.state)) return;
      decision.state = 'conflicted';
      model.versions.set(decision.request, version);
    }),
  request.map((r): Step => async (model, store) => {
    const version = (model.versions.get(r) ?? 0) + 1;
    await pull(store, requestLine(r, { version }));
    model.versions.set(r, version);
  }),
);

async function compare(model: Model, store: Store): Promise<void> {
  for (const { n, state } of model.decisions) expect((await store.decision(did(n)))?.state).toBe(state);
  for (const r of [1, 2, 3]) {
    const stored = await store.request(rid(r));
    expect(stored?.row.pile).toBe(model.stands(r) ? 'done' : 'to-do');
    expect(stored?.row.decision?.id ?? null).toBe(model.newest(r) ? did(model.newest(r)?.n ?? 0) : null);
  }
  const unanswered = model.decisions.filter(({ state }) => isUnanswered(state));
  const unsent = await store.unsent(later, 100);
  expect(new Set(unsent.map(({ id }) => id))).toEqual(new Set(unanswered.map(({ n }) => did(n))));
  expect((await store.counts(later)).unsent).toBe(unanswered.length);
}

it('decisions go where a simple model says they go', { timeout: 120_000 }, async () => {
  const runs = fc.asyncProperty(fc.array(steps, { maxLength: 40 }), async (sequence) => {
    const store = openMemoryStore(identity);
    const model = new Model();
    await pull(store, requestLine(1), requestLine(2), requestLine(3));
    for (const step of sequence) {
      await step(model, store);
      await compare(model, store);
    }
    expect(firstBrokenRow(await store.audit(0, 1000))).toBeNull();
    await store.close();
  });
  await fc.assert(runs, { numRuns: 100 });
});
