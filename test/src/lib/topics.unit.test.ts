import { expect, test } from 'vitest';
import { allTopics, isAboutLogin, isTopic, requireTopic, topicMessages } from '../../../src/lib/topics';
import { messageNotes } from '../../../src/shared/messages';

test('every topic has a name and a sentence about it in the catalog', () => {
  const keys = allTopics.flatMap((topic) => Object.values(topicMessages(topic)));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => !(key in messageNotes))).toEqual([]);
});

test('a folder that is no topic is refused, names of built-in properties too', () => {
  expect(isTopic('toString')).toBe(false);
  expect(() => requireTopic('logging-out')).toThrow('content/*/logging-out is no topic');
});

test('the reset button comes first where people read about logging in', () => {
  expect(isAboutLogin(requireTopic('logging-in'))).toBe(true);
});
