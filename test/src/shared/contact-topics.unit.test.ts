import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contactTopicNames, fieldsOf, topicOf } from '../../../src/shared/contact-topics';
import { formPath, isFormPath, topicForms } from '../../../src/shared/urls';

describe.each(contactTopicNames)('the topic %s', (name) => {
  const { articles } = topicOf(name);

  test('offers articles that exist', () => {
    const missing = articles.filter(({ to }) => !existsSync(`content/en/${to.replace(/#.*/, '')}.mdx`));
    expect(missing).toEqual([]);
  });

  test('asks each question once', () => {
    const fields = fieldsOf(name).map(([field]) => field);
    expect(new Set(fields).size).toBe(fields.length);
  });

  test('has an address of its own, which can be shared without a language', () => {
    expect(isFormPath(`contact/${name}`)).toBe(true);
    expect(name).toMatch(/^[a-z-]+$/);
    for (const page of ['contactSent', 'ticket'] as const) expect(formPath(page)).not.toBe(`contact/${name}`);
  });
});

test('the urgent form asks the fewest questions', () => {
  const urgent = topicForms.filter(([topic]) => topicOf(topic).isUrgent);
  const required = (topic: (typeof contactTopicNames)[number]) =>
    fieldsOf(topic).filter(([, need]) => need === 'required').length;
  for (const [topic] of urgent) {
    expect(required(topic)).toBe(Math.min(...contactTopicNames.map(required)));
  }
});
