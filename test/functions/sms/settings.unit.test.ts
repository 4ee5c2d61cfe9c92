import { describe, expect, test } from 'vitest';
import { textSettings } from '../../../functions/sms/settings';

const twilio = {
  TEXT_MESSAGES: 'twilio',
  TWILIO_ACCOUNT_SID: 'AC0123456789abcdef0123456789abcdef',
  TWILIO_AUTH_TOKEN: 'secret',
  TWILIO_FROM: '+15551234567',
};

/** What is wrong, as the operator reads it. */
function complaints(vars: object): readonly string[] {
  const { error } = textSettings.safeParse(vars);
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}

describe('the configuration of text messages', () => {
  test('is complete with nothing at all: then none are sent', () => {
    for (const vars of [{}, { TEXT_MESSAGES: 'off' }, { ...twilio, TEXT_MESSAGES: 'off' }]) {
      expect(textSettings.parse(vars)).toEqual({ TEXT_MESSAGES: 'off' });
    }
  });

  test('is complete with account, token and sender', () => {
    expect(textSettings.parse(twilio)).toEqual({ ...twilio, SMS_BASE_URL: 'https://api.twilio.com' });
    for (const from of ['MG0123456789abcdef0123456789abcdef', '12345', 'Acme Help']) {
      expect(complaints({ ...twilio, TWILIO_FROM: from })).toEqual([]);
    }
  });

  test('names every variable that is missing, and the remedy', () => {
    expect(complaints({ TEXT_MESSAGES: 'twilio' })).toEqual([
      'TWILIO_ACCOUNT_SID is missing. Run: npx wrangler secret put TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN is missing. Run: npx wrangler secret put TWILIO_AUTH_TOKEN',
      'TWILIO_FROM is missing. Set it in wrangler.toml under [vars].',
    ]);
  });

  test.each([
    [{ TEXT_MESSAGES: 'on' }, 'TEXT_MESSAGES must be "off" or "twilio"'],
    [{ ...twilio, TWILIO_ACCOUNT_SID: 'SK0123' }, 'TWILIO_ACCOUNT_SID must be "AC" and 32 characters'],
    [{ ...twilio, TWILIO_AUTH_TOKEN: '' }, 'TWILIO_AUTH_TOKEN must be the token'],
    [{ ...twilio, TWILIO_FROM: '0151 23456789' }, 'TWILIO_FROM must be a number such as "+15551234567"'],
    [{ ...twilio, TWILIO_FROM: 'A name that is too long' }, 'TWILIO_FROM must be'],
    [{ ...twilio, SMS_BASE_URL: 'https://api.twilio.com/' }, 'SMS_BASE_URL must be an origin'],
  ])('says what is wrong with %j', (vars, complaint) => {
    expect(complaints(vars)).toEqual([expect.stringContaining(complaint)]);
  });
});
