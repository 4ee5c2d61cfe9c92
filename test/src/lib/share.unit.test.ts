import { describe, expect, test } from 'vitest';
import { shareTargets } from '../../../src/lib/share';

const url = 'https://help.example/logging-in/locked-out/';
const title = 'Locked out? Don’t & wait #1';

describe('every share link', () => {
  const targets = shareTargets(url, title, 'E-mail');

  test('ends with the address, so that a question can be added to it', () => {
    expect(targets.map((target) => target.url.endsWith(encodeURIComponent(url)))).toEqual([true, true, true, true]);
  });

  test('hands over title and address whole, whatever letters they hold', () => {
    for (const target of targets) {
      const given = [...new URL(target.url).searchParams.values()].join(' ');
      expect(given).toContain(title);
      expect(given).toContain(url);
    }
  });

  test('is named, e-mail by the reader’s word for it', () => {
    expect(targets.map(({ name }) => name)).toEqual(['WhatsApp', 'Telegram', 'X', 'E-mail']);
  });
});
