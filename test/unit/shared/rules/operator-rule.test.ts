import { describe, expect, it } from 'vitest';
import { bandOfNames, operatorRule } from '../../../../shared/domain/rules/operator-rule.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const sita = { hi: 'सीता मीणा', en: 'Sita Meena' };
const ramesh = { hi: 'रमेश चौधरी', en: 'Ramesh Choudhary' };

function resultFor(registered: { hi: string; en: string }, purpose = 'MIGRATION'): string {
  const person = (name: { hi: string; en: string }) => ({ name, mobileLast4: null });
  const request = { ...sampleRequest({ applicant: person(sita) }), registeredOperator: person(registered) };
  const { result, because } = operatorRule({ ...request, purpose }, null);
  return `${result} ${because}`;
}

describe('authorised-operator', () => {
  it('passes equal names and fails those of two people', () => {
    expect(resultFor(sita)).toBe('pass same');
    expect(resultFor(ramesh)).toBe('fail differs');
  });

  it('leaves to the officer what may be the same name', () => {
    expect(resultFor({ hi: sita.hi, en: ramesh.en })).toBe('unknown look');
  });

  it('does not know where a name is missing', () => {
    expect(resultFor({ hi: '', en: '  ' })).toBe('unknown nameMissing');
  });

  it.each(['CHANGE OF OWNERSHIP', 'Ownership transfer', 'स्वामित्व परिवर्तन'])(
    'redirects %s, whatever the names say',
    (purpose) => {
      expect(resultFor(sita, purpose)).toBe('fail ownershipChange');
      expect(resultFor({ hi: '', en: '' }, purpose)).toBe('fail ownershipChange');
    },
  );
});

describe('bandOfNames', () => {
  it('compares across scripts only where no script is common', () => {
    expect(bandOfNames({ hi: sita.hi, en: '' }, { hi: '', en: sita.en })).toBe('match');
    expect(bandOfNames({ hi: '', en: ramesh.en }, { hi: sita.hi, en: '' })).toBe('mismatch');
  });

  it('looks where the scripts contradict each other', () => {
    expect(bandOfNames(sita, { hi: sita.hi, en: ramesh.en })).toBe('look');
    expect(bandOfNames(sita, { hi: ramesh.hi, en: sita.en })).toBe('look');
  });
});
