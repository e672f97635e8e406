import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, pushBodyOf, type PushBody } from '../../../../shared/sync/push-body.ts';

const utf8 = new TextEncoder();
const textOf = ({ bytes }: PushBody) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/** Whatever JSON can say, in every script. */
const decisions = fc.array(fc.record({ id: fc.uuid(), content: fc.string({ unit: 'binary' }) }), {
  maxLength: 12,
});

describe('the body of a push', () => {
  it('says the same as the decisions made one text', () => {
    fc.assert(
      fc.property(decisions, (given) => {
        const body = pushBodyOf(given.map((each) => utf8.encode(JSON.stringify(each))));
        expect(textOf(body)).toBe(JSON.stringify({ decisions: given }));
        expect(body.ends).toHaveLength(given.length);
      }),
    );
  });

  it('cut short, is the body of its first decisions', () => {
    fc.assert(
      fc.property(decisions, fc.nat(14), (given, count) => {
        const texts = given.map((each) => utf8.encode(JSON.stringify(each)));
        expect(beginningOf(pushBodyOf(texts), count)).toEqual(pushBodyOf(texts.slice(0, count)));
      }),
    );
  });

  it('holds no decision where there is none', () => {
    expect(textOf(pushBodyOf([]))).toBe('{"decisions":[]}');
    expect(textOf(beginningOf(pushBodyOf([utf8.encode('{}')]), 0))).toBe('{"decisions":[]}');
  });
});
