import { describe, expect, it } from 'vitest';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { findDistricts } from '../../../../renderer/features/office/district-search.ts';
import { faultWords } from '../../../../renderer/features/office/fault-words.ts';
import { masterFault } from '../../../../shared/ipc/views/office.ts';
import { sampleMaster } from '../../../support/fake-bridge/sample-office.ts';

const i18n = startI18n('hi', (key) => {
  throw new Error(`No text for ${key}`);
});

describe.each(['hi', 'en'] as const)('the words of a fault of the master data (%s)', (language) => {
  const namespaces: ['office', 'rules'] = ['office', 'rules'];
  const t = i18n.getFixedT(language, namespaces);

  it.each(masterFault.shape.fault.options)('%s names the item and says what to do', (fault) => {
    const words = faultWords({ fault, subject: 'SAMPLE-9', detail: 'SAMPLE-8' }, t);
    expect(words.title).toContain('SAMPLE-9');
    expect(words.advice.length).toBeGreaterThan(20);
  });

  it('says in words why a rule set contradicts itself', () => {
    const words = faultWords({ fault: 'rule-set-contradicts-itself', subject: 'S', detail: 'feesFall' }, t);
    expect(words.title).toContain(t('rules:fault.feesFall'));
  });
});

describe('findDistricts', () => {
  it.each([
    ['', 6],
    ['jalor', 1],
    ['जालौर', 1],
    ['110', 1],
    ['नहीं है', 0],
  ])('%s finds %i', (typed, count) => {
    expect(findDistricts(sampleMaster.districts, typed)).toHaveLength(count);
  });
});
