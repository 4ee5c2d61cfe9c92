import { describe, expect, test } from 'vitest';
import { parseAttributePath } from '../../../functions/accounts/scim-attributes';
import { type ScimAttributes, scimUser, toScimUser } from '../../../functions/accounts/scim-user';

/** RFC 7643 §8.2, shortened. */
const bjensen = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '2819c223-7f76-453a-919d-413861904646',
  externalId: '701984',
  userName: 'bjensen@example.com',
  name: { formatted: 'Ms. Barbara J Jensen, III' },
  displayName: 'Babs Jensen',
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  phoneNumbers: [
    { value: 'tel:+1-201-555-0123', type: 'work' },
    { value: 'tel:+1-201-555-0199', type: 'mobile' },
  ],
  active: true,
  meta: { resourceType: 'User', version: 'W/"a330bc54f0671c9"' },
};

const read = (facts: object = {}, attributes: ScimAttributes = {}) =>
  toScimUser(scimUser.parse({ ...bjensen, ...facts }), attributes);
const account = (facts: object = {}, attributes: ScimAttributes = {}) => read(facts, attributes).account;

describe('a user of SCIM', () => {
  test('is an account with the primary address and the mobile number', () => {
    expect(read()).toEqual({
      account: {
        ref: '2819c223-7f76-453a-919d-413861904646',
        username: 'bjensen@example.com',
        displayName: 'Babs Jensen',
        email: 'bjensen@example.com',
        phone: '+12015550199',
        status: 'active',
      },
      names: {
        username: ['bjensen@example.com'],
        email: ['bjensen@example.com', 'babs@jensen.org'],
        phone: ['+12015550199'],
      },
      version: 'W/"a330bc54f0671c9"',
    });
  });

  test('may have its names in any letter case', () => {
    const upper = Object.fromEntries(Object.entries(bjensen).map(([name, value]) => [name.toUpperCase(), value]));
    expect(toScimUser(scimUser.parse(upper), {})).toEqual(read());
  });

  test.each([{ emails: null }, { emails: [] }, { emails: [{ type: 'work' }] }, { emails: [{ value: null }] }])(
    'has no address when it has %j',
    (facts) => expect(account(facts).email).toBeUndefined(),
  );

  test('has no address when several are there and none is primary: no pick is ours', () => {
    expect(account({ emails: [{ value: 'a@example.com' }, { value: 'b@example.com' }] }).email).toBeUndefined();
    expect(account({ emails: [{ value: 'a@example.com' }] }).email).toBe('a@example.com');
  });

  test.each(['a@example.org,b@example.org', 'a@example.org\r\nBcc: b@example.org', 'nobody', ''])(
    'has no address when it reads %j',
    (value) => expect(account({ emails: [{ value, primary: true }] }).email).toBeUndefined(),
  );

  test.each([
    ['tel:+1-201-555-0123', '+12015550123'],
    ['TEL:+44(7400)123.456', '+447400123456'],
    ['+447400123456', '+447400123456'],
    ['07400 123456', undefined],
    ['tel:+1-201-555-0123;ext=42', undefined],
    ['tel:5550123;phone-context=+1201', undefined],
    ['+0123456789', undefined],
  ])('whose number is written %j has %j', (value, phone) => {
    expect(account({ phoneNumbers: [{ value, type: 'mobile' }] }).phone).toBe(phone);
    expect(account({ phoneNumbers: [{ value }] }).phone).toBe(phone);
  });

  test('has no number for text messages when it is no mobile one', () => {
    expect(account({ phoneNumbers: [{ value: '+12015550123', type: 'work' }] }).phone).toBeUndefined();
  });

  test.each([
    [false, 'disabled'],
    ['False', 'disabled'],
    [true, 'active'],
    ['True', 'active'],
    [null, 'active'],
    [undefined, 'active'],
  ])('with active %j is %s', (active, status) => expect(account({ active }).status).toBe(status));

  test.each(['', '.', '..'])('with the key %j is unreadable', (id) => {
    expect(scimUser.safeParse({ ...bjensen, id }).success).toBe(false);
  });
});

describe('what SCIM has no attribute for', () => {
  const EXTENSION = 'urn:example:params:scim:schemas:extension:acme:2.0:User';

  test('is read where the operator says: beside the address', () => {
    const verifiedEmail = parseAttributePath('emails.verified');
    const [work, home] = bjensen.emails;
    expect(read({}, { verifiedEmail }).names.email).toEqual([]);
    expect(account({ emails: [{ ...work, verified: true }, home] }, { verifiedEmail }).email).toBe(
      'bjensen@example.com',
    );
    const onlyHome = read({ emails: [work, { ...home, verified: true }] }, { verifiedEmail });
    expect(onlyHome.account.email).toBe('babs@jensen.org');
    expect(onlyHome.names.email).toEqual(['babs@jensen.org']);
  });

  test('is read where the operator says: an attribute of the user speaks of the primary address alone', () => {
    const verifiedEmail = parseAttributePath(`${EXTENSION}:emailVerified`);
    expect(account({}, { verifiedEmail }).email).toBeUndefined();
    expect(account({ [EXTENSION]: { emailVerified: false } }, { verifiedEmail }).email).toBeUndefined();
    expect(read({ [EXTENSION]: { emailVerified: true } }, { verifiedEmail }).names.email).toEqual([
      'bjensen@example.com',
    ]);
  });

  test('is read where the operator says: a simple attribute, a sub-attribute, a word for true', () => {
    const path = (text: string) => ({ federated: parseAttributePath(text) });
    expect(account({ isFederated: 'TRUE' }, path('isFederated')).status).toBe('federated');
    expect(account({ login: { external: true } }, path('login.external')).status).toBe('federated');
    expect(account({ login: { external: 'yes' } }, path('login.external')).status).toBe('active');
    expect(account({ active: false, isFederated: true }, path('isFederated')).status).toBe('disabled');
  });

  test('is not read from what every object has', () => {
    expect(account({}, { federated: parseAttributePath('constructor.name') }).status).toBe('active');
  });
});

describe('an attribute path', () => {
  test.each(['', '.', 'a.', 'a.b.c', 'emails[type eq "work"]', 'a b', 'urn:acme', '1a'])('is not %j', (text) =>
    expect(parseAttributePath(text)).toBeUndefined(),
  );

  test('has a schema, a name and a part of it', () => {
    expect(parseAttributePath('urn:acme:2.0:User:Login.External')).toEqual({
      schema: 'urn:acme:2.0:user',
      name: 'login',
      sub: 'external',
      text: 'urn:acme:2.0:User:Login.External',
    });
  });
});
