import { expect, test } from 'vitest';
import { withoutIdentifiers } from '../../../functions/support/without-identifiers';

test.each([
  ['I am maya_77, write to m@example.org', 'I am … write to …'],
  ['my code is 482913.', 'my code is …'],
  ['رقمي ٠١٢٣٤ ولا يعمل', 'رقمي … ولا يعمل'],
  ['see https://help.example/en/?token=a', 'see …'],
  ['The second step does not exist any more.', 'The second step does not exist any more.'],
  ['first line\nsecond line', 'first line\nsecond line'],
])('a sentence is kept without what may name somebody: %j', (typed, kept) => {
  expect(withoutIdentifiers(typed)).toBe(kept);
});
