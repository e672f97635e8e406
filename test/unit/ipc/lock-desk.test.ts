import { expect, it } from 'vitest';
import { lockDesk } from '../../../electron/ipc/handlers/session.ts';
import type { Services } from '../../../electron/ipc/services.ts';

it('gives the claim back when the desk is locked, and does not wait for a link that hangs', async () => {
  const done: string[] = [];
  let isSignedIn = true;
  const services = {
    session: {
      present: () =>
        isSignedIn
          ? { vault: { store: { noteAudit: async () => done.push('noted') } }, officer: { officerId: 'o' } }
          : null,
      leaving: () => null,
      lock: () => (isSignedIn = false),
      folder: { presence: async () => ({ state: 'present', officers: [] }) },
    },
    claims: {
      release: (...of: unknown[]) => {
        done.push(`released ${of.length}`);
        return new Promise(() => undefined);
      },
    },
    papers: { shelf: { clear: () => done.push('papers') } },
    documents: { end: () => done.push('documents') },
    preferences: { language: async () => 'hi' },
    emit: (event: string) => done.push(event),
    clock: { now: () => Date.parse('2026-11-20T06:30:00.000Z') },
    facts: {},
  };
  // Only what a lock touches is there.
  await lockDesk(services as unknown as Services);
  expect(done).toEqual(['released 0', 'papers', 'documents', 'state', 'noted']);
});
