import { describe, expect, it } from 'vitest';
import { checklistItems, checklistOf, withMark } from '../../../shared/domain/checklist.ts';
import { documentKind, type DocumentKind, type MigrationRequest } from '../../../shared/domain/request.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

const record = {
  registeredOn: '2020-01-01',
  serviceCount: 1,
  wallet: 0,
  advance: 0,
  creditLimit: 0,
  dues: 0,
  tds: 0,
  security: 0,
};
const scan = { hash: 'a'.repeat(64), size: 1, mime: 'image/png', pages: 1, masked: true } as never;

function needs(changes: Partial<MigrationRequest>): Record<string, string> {
  const items = checklistItems(sampleRequest({ record, ...changes }));
  return Object.fromEntries(items.map(({ kind, why, firstMark }) => [kind, `${why} ${firstMark}`]));
}

describe('checklistItems', () => {
  it('has every kind in its order, also where the server lists none', () => {
    const items = checklistItems(sampleRequest());
    expect(items.map((item) => item.kind)).toEqual(documentKind.options);
    expect(items[0]?.documentId).toBe('item:aadhaar');
  });

  it('demands no document by default, and records the consent always', () => {
    expect(needs({})).toEqual({
      aadhaar: 'recordHere not-needed',
      pan: 'recordHere not-needed',
      'old-id': 'recordHere not-needed',
      'new-id': 'idUnchanged not-needed',
      application: 'recordHere not-needed',
      permission: 'ownOrder not-needed',
      'coordinator-consent': 'consent needed',
    });
  });

  it('needs them where the record is missing; the new ID only where it changes', () => {
    expect(needs({ record: null })).toMatchObject({
      aadhaar: 'recordMissing needed',
      application: 'recordMissing needed',
      'new-id': 'idUnchanged not-needed',
      permission: 'ownOrder not-needed',
    });
    expect(needs({ record: null, newKioskCode: 'K11034639' })['new-id']).toBe('recordMissing needed');
    expect(needs({ newKioskCode: 'K11034639' })['new-id']).toBe('recordHere not-needed');
  });

  it('needs what the server asks for, and knows what came', () => {
    const asked = (kind: DocumentKind, withScan: boolean) => [
      { id: 'd1', kind, need: 'needed' as const, scan: withScan ? scan : null },
    ];
    expect(needs({ documents: asked('pan', false) })['pan']).toBe('asked needed');
    expect(needs({ documents: asked('pan', true) })['pan']).toBe('asked received');
    expect(needs({ documents: asked('coordinator-consent', true) })['coordinator-consent']).toBe(
      'consent received',
    );
    expect(needs({ documents: asked('new-id', false) })['new-id']).toBe('asked needed');
  });

  it('lists each of several documents of a kind', () => {
    const documents = ['a', 'b'].map((id) => ({
      id,
      kind: 'pan' as const,
      need: 'needed' as const,
      scan: null,
    }));
    const ids = checklistItems(sampleRequest({ documents })).map((item) => item.documentId);
    expect(ids.filter((id) => !id.startsWith('item:'))).toEqual(['a', 'b']);
    expect(ids).not.toContain('item:pan');
  });
});

describe('marks', () => {
  const items = checklistItems(sampleRequest({ record }));

  it('are what the officer set, else the first', () => {
    const set = withMark([], { documentId: 'item:pan', kind: 'pan', mark: 'checked' });
    const marks = checklistOf(
      items,
      withMark(set, { documentId: 'item:pan', kind: 'pan', mark: 'received' }),
    );
    expect(marks.find((mark) => mark.kind === 'pan')?.mark).toBe('received');
    expect(marks.find((mark) => mark.kind === 'aadhaar')?.mark).toBe('not-needed');
    expect(marks).toHaveLength(items.length);
  });

  it('of a document that is gone are dropped, and no id stands for two kinds', () => {
    const wrongKind = { documentId: 'item:pan', kind: 'aadhaar' as const, mark: 'checked' as const };
    expect(checklistOf(items, [wrongKind]).every((mark) => mark.mark !== 'checked')).toBe(true);
  });
});
