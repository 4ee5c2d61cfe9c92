/** The accounts of the contract as users of a SCIM server. */

import type { AppliedKeys } from '../../../functions/accounts/port';
import { parseAttributePath } from '../../../functions/accounts/scim-attributes';
import type { ScimAttributes } from '../../../functions/accounts/scim-user';
import { createKvAppliedKeys } from '../../../functions/bindings/kv-applied-keys';
import { createFakeKv } from '../../fakes/kv';
import type { ScimResource } from '../../fakes/scim';
import { contractAccounts } from './contract';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const EXTENSION = 'urn:example:params:scim:schemas:extension:acme:2.0:User';

/** Where that server keeps what SCIM does not know. */
export const attributes: ScimAttributes = {
  verifiedEmail: parseAttributePath('emails.verified'),
  verifiedPhone: parseAttributePath('phoneNumbers.verified'),
  federated: parseAttributePath(`${EXTENSION}:federated`),
};

export const isFederated = (user: ScimResource) =>
  (user[EXTENSION] as { federated?: boolean } | undefined)?.federated === true;

/** Numbers are stored in turn as RFC 3966 and as E.164 write them: both are in use. */
export const contractUsers: readonly ScimResource[] = contractAccounts.map((account, index) => {
  const { ref, username, displayName, email, unverifiedEmail, phone, status } = account;
  const address = email ?? unverifiedEmail;
  return {
    schemas: [USER, EXTENSION],
    id: ref,
    userName: username,
    displayName: displayName ?? null,
    active: status !== 'disabled',
    emails:
      address === undefined ? [] : [{ value: address, type: 'work', primary: true, verified: email !== undefined }],
    phoneNumbers:
      phone === undefined
        ? null
        : [
            { value: '+441632960000', type: 'work', primary: true, verified: true },
            { value: `${index % 2 === 0 ? 'tel:' : ''}${phone}`, type: 'mobile', verified: true },
          ],
    [EXTENSION]: { federated: status === 'federated' },
  };
});

export function createAppliedKeys(): AppliedKeys {
  return createKvAppliedKeys(createFakeKv().kv);
}
