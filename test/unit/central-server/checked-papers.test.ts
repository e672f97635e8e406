import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrationRequest, type MigrationRequest } from '../../../shared/domain/request.ts';
import { demoPapersOf } from '../../central-server/seed/checked-papers.ts';
import { demoSeed } from '../../central-server/start.ts';
import { requestPerson, withMaskedNumber } from '../../support/scans/request-person.ts';

const today = new Date('2026-01-15T06:30:00Z');

// Drawn once, which takes its time.
test(
  'eight open requests get papers, two of them an Aadhaar scan with its number, two the same one',
  { timeout: 180_000 },
  async () => {
    const seed = await demoSeed({ today, hasScans: false, hasPapers: true });
    const requests = seed.items.flatMap((item) =>
      item.kind === 'request' ? [migrationRequest.parse(item.body)] : [],
    );
    const papered = demoPapersOf(requests);
    expect(papered).toHaveLength(8);
    expect(requests.filter(({ documents }) => documents.some(({ scan }) => scan !== null))).toHaveLength(8);
    const unmasked = papered.filter(({ request }) => aadhaarOf(request)?.masked === false);
    expect(unmasked.map(({ paperCase }) => paperCase)).toEqual(['unmasked', 'unmasked-blurred']);
    expect(aadhaarOf(papered.at(-1)?.request)).toEqual(aadhaarOf(papered[0]?.request));
    for (const { hash, file, size } of seed.blobs) {
      const bytes = readFileSync(file);
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([hash, size]);
    }
  },
);

test('a person of the papers is the applicant, and a masked card has the last four digits only', () => {
  const person = requestPerson({
    id: 'request-0002' as MigrationRequest['id'],
    applicant: { name: { hi: 'संतोष बैरवा', en: 'Santosh Bairwa' }, mobileLast4: '1234' },
    kioskCode: 'K11030257',
  });
  expect(person).toMatchObject({ name: { hi: 'संतोष बैरवा' }, gender: 'F', kioskCode: 'K11030257' });
  expect(person.pan).toMatch(/^[A-Z]{3}PB\d{4}[A-Z]$/);
  expect(person.mobile).toBe('9000001234');
  expect(person.fatherName.en).toMatch(/ Bairwa$/);
  expect(withMaskedNumber(person).aadhaar()).toBe(`XXXX XXXX ${person.aadhaar().slice(-4)}`);
  expect(withMaskedNumber(person).virtualId()).toBeNull();
});

function aadhaarOf(request: MigrationRequest | undefined) {
  return request?.documents.find(({ kind }) => kind === 'aadhaar')?.scan;
}
