import { expect, test } from 'vitest';
import { remembered } from '../../../shared/remembered.ts';

test('what was made is made once, also where it is null, until more came than are kept', () => {
  const made: string[] = [];
  const lengthOf = remembered(2, (text) => {
    made.push(text);
    return text === '' ? null : text.length;
  });
  expect(['a', '', 'a', ''].map(lengthOf)).toEqual([1, null, 1, null]);
  expect(made).toEqual(['a', '']);
  expect(['bb', 'a'].map(lengthOf)).toEqual([2, 1]);
  expect(made).toEqual(['a', '', 'bb', 'a']);
});
