import { describe, expect, test } from 'vitest';
import { readConsent, writeConsent } from '../../../src/shared/consent-cookie';

describe('the answer about optional data', () => {
  test('that was kept is read again', () => {
    const answers = { search: true, measurement: false };
    expect(readConsent(`a=b; consent=${writeConsent(answers)}; c=d`)).toEqual(answers);
  });

  test.each(['', 'consent=', 'consent=yes', 'xconsent=search-yes', 'consent=search-maybe', 'consent=SEARCH-YES'])(
    'is none where the cookie is "%s"',
    (cookies) => expect(readConsent(cookies)).toEqual({}),
  );
});
