import { describe, expect, test } from 'vitest';
import { accountSettings } from '../../../functions/accounts/settings';
import { readSettings } from '../../../functions/env';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const OTHER_SECRET = `whsec_${Buffer.alloc(24, 9).toString('base64')}`;

const webhook = {
  ACCOUNT_SYSTEM: 'webhook',
  ACCOUNTS_URL: 'https://accounts.example.com/latchkey',
  ACCOUNTS_SECRET: SECRET,
};
const scim = { ACCOUNT_SYSTEM: 'scim', SCIM_URL: 'https://id.example.com/scim/v2', SCIM_TOKEN: 'h480djs93hd8' };

/** What is wrong, as the operator reads it. */
function complaints(vars: object): readonly string[] {
  const { error } = accountSettings.safeParse(vars);
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}

describe('the configuration of the account system', () => {
  test.each([{ ACCOUNT_SYSTEM: 'd1' }, webhook, scim])('is complete with %j', (vars) => {
    expect(complaints(vars)).toEqual([]);
  });

  test('holds the capabilities that the pages may promise', () => {
    const read = (text?: string) => accountSettings.parse({ ...webhook, ACCOUNT_CAPABILITIES: text });
    expect(read('phone, end-sessions')).toMatchObject({ ACCOUNT_CAPABILITIES: { phone: true, endSessions: true } });
    expect(read('phone')).toMatchObject({ ACCOUNT_CAPABILITIES: { phone: true, endSessions: false } });
    expect(read()).toMatchObject({ ACCOUNT_CAPABILITIES: { phone: false, endSessions: false } });
    expect(read('')).toMatchObject({ ACCOUNT_CAPABILITIES: { phone: false, endSessions: false } });
  });

  test('may hold two secrets while one replaces the other', () => {
    const vars = { ...webhook, ACCOUNTS_SECRET: `${SECRET} ${OTHER_SECRET}\n` };
    expect(accountSettings.parse(vars)).toMatchObject({ ACCOUNTS_SECRET: [SECRET, OTHER_SECRET] });
  });

  test('may name attributes of SCIM', () => {
    const vars = { ...scim, SCIM_VERIFIED_EMAIL: 'emails.verified', SCIM_FEDERATED: '' };
    expect(accountSettings.parse(vars)).toMatchObject({ SCIM_VERIFIED_EMAIL: { name: 'emails', sub: 'verified' } });
    expect(accountSettings.parse(vars)).not.toHaveProperty('SCIM_FEDERATED.name');
  });

  test.each([{}, { ACCOUNT_SYSTEM: 'ldap' }, { ACCOUNT_SYSTEM: '' }])('must name a system, not %j', (vars) => {
    expect(complaints(vars)).toEqual([
      'ACCOUNT_SYSTEM must be "d1", "webhook" or "scim". Set it in wrangler.toml under [vars].',
    ]);
  });

  test('names every variable that is missing, and the remedy', () => {
    expect(complaints({ ACCOUNT_SYSTEM: 'webhook' })).toEqual([
      'ACCOUNTS_URL is missing. Set it in wrangler.toml under [vars].',
      'ACCOUNTS_SECRET is missing. Run: echo "whsec_$(openssl rand -base64 32)" | npx wrangler secret put ACCOUNTS_SECRET',
    ]);
    expect(complaints({ ACCOUNT_SYSTEM: 'scim' })).toEqual([
      'SCIM_URL is missing. Set it in wrangler.toml under [vars].',
      'SCIM_TOKEN is missing. Run: npx wrangler secret put SCIM_TOKEN',
    ]);
  });

  test.each([
    'accounts.example.com',
    'http://accounts.example.com/',
    'http://localhost.example.com/',
    'ftp://accounts.example.com/',
    'https://user@accounts.example.com/',
    'https://:password@accounts.example.com/',
    'https://accounts.example.com/?tenant=1',
    'https://accounts.example.com/#top',
    ' https://accounts.example.com/',
  ])('sends no password to %j', (url) => {
    const remedy = 'without a query. Set it in wrangler.toml under [vars].';
    expect(complaints({ ...webhook, ACCOUNTS_URL: url })).toEqual([
      `ACCOUNTS_URL must be an address such as https://accounts.example.com/latchkey, ${remedy}`,
    ]);
    expect(complaints({ ...scim, SCIM_URL: url })).toEqual([
      `SCIM_URL must be an address such as https://id.example.com/scim/v2, ${remedy}`,
    ]);
  });

  test.each(['http://localhost:8830/', 'http://127.0.0.1:8830', 'http://[::1]:8830/'])(
    'needs no encryption within one machine: %s',
    (url) => expect(complaints({ ...webhook, ACCOUNTS_URL: url })).toEqual([]),
  );

  test.each([
    '',
    'secret',
    SECRET.slice(6),
    'whsec_c2hvcnQ=',
    `whsec_${Buffer.alloc(65).toString('base64')}`,
    `${SECRET} secret`,
    `${SECRET}=`,
  ])('takes no weak or broken secret: %j', (text) => {
    expect(complaints({ ...webhook, ACCOUNTS_SECRET: text })).toEqual([
      expect.stringMatching(/^ACCOUNTS_SECRET must be whsec_ .* Run: /),
    ]);
  });

  test.each(['', 'Bearer h480djs93hd8', 'two words', 'h480\r\nX-Evil: 1'])('takes no token like %j', (token) => {
    expect(complaints({ ...scim, SCIM_TOKEN: token })).toEqual([expect.stringMatching(/^SCIM_TOKEN must be .* Run: /)]);
  });

  test.each(['Phone', 'phone; end-sessions', 'sms'])('knows no capability like %j', (text) => {
    expect(complaints({ ...webhook, ACCOUNT_CAPABILITIES: text })).toEqual([
      expect.stringMatching(/^ACCOUNT_CAPABILITIES may hold "phone" and "end-sessions"/),
    ]);
  });

  test('promises no ended sessions where SCIM cannot end them', () => {
    expect(complaints({ ...scim, ACCOUNT_CAPABILITIES: 'phone, end-sessions' })).toEqual([
      'ACCOUNT_CAPABILITIES cannot hold "end-sessions": SCIM knows no sessions. Remove it from wrangler.toml under [vars].',
    ]);
  });

  test('takes no filter for an attribute', () => {
    expect(complaints({ ...scim, SCIM_VERIFIED_PHONE: 'phoneNumbers[type eq "mobile"]' })).toEqual([
      'SCIM_VERIFIED_PHONE must be a SCIM attribute such as emails.verified. Set it in wrangler.toml under [vars].',
    ]);
  });

  test('never prints a secret', () => {
    const text = complaints({ ...webhook, ...scim, ACCOUNTS_SECRET: 'hunter2', SCIM_TOKEN: 'hunter2 hunter2' }).join();
    expect(text).not.toContain('hunter2');
  });
});

describe('the environment of the Worker', () => {
  const vars = {
    SITE_ORIGIN: 'https://help.example.com',
    MAIL_FROM: 'Acme Help <help@mail.example.com>',
    RESEND_BASE_URL: 'https://api.resend.com',
    RESEND_API_KEY: 're_test',
    PEPPER: 'x'.repeat(43),
    ACCOUNT_SYSTEM: 'd1',
  };

  test('is complained of once, with everything that is wrong', () => {
    expect(() => readSettings({ ...vars, ...webhook, ACCOUNTS_SECRET: undefined, PEPPER: 'short' })).toThrow(
      /^The Worker is not configured:\nPEPPER is too short.*\nACCOUNTS_SECRET is missing.*$/,
    );
  });

  test('has a public address by https, or one of this machine', () => {
    const complain = (SITE_ORIGIN: string) => () => readSettings({ ...vars, SITE_ORIGIN });
    expect(complain('http://localhost:8787')).not.toThrow();
    expect(complain('http://help.example.com')).toThrow('SITE_ORIGIN must begin with https://');
    expect(complain('https://help.example.com/')).toThrow('SITE_ORIGIN must be an origin without a slash at the end');
    expect(complain('help.example.com')).toThrow('SITE_ORIGIN must be an origin');
  });

  test('looks passwords up nowhere unless it says where', () => {
    expect(readSettings(vars).BREACH_LIST).toBe('off');
    expect(readSettings({ ...vars, BREACH_LIST: 'https://api.pwnedpasswords.com' }).BREACH_LIST).toContain('https');
    expect(() => readSettings({ ...vars, BREACH_LIST: 'on' })).toThrow(
      'BREACH_LIST must be "off" or "https://api.pwnedpasswords.com". Set it in wrangler.toml under [vars].',
    );
  });
});
