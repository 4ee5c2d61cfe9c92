/** Links whose entry in the store is stale or damaged. */
import { expect, test } from 'vitest';
import { tokenToKey } from '../../../functions/crypto/link-token';
import { addAccount } from '../../harness/accounts';
import { askForLink, openLink, PASSWORD_FORM, savePassword } from '../../harness/links';
import { useSite } from '../../harness/worker';

const site = useSite();
const GOOD = 'seven quiet rivers';

async function keyOf(link: URL): Promise<string> {
  return `t:${await tokenToKey(link.searchParams.get('token') ?? '')}`;
}

test('E11 a store that still shows a used link does not make it work again', async () => {
  const link = await askForLink(site, await addAccount(site));
  const store = await site.store();
  const entry = await store.get(await keyOf(link));
  expect(entry).toContain('expires');
  const visit = await openLink(site, link);
  expect((await savePassword(site, visit, GOOD)).status).toBe(303);
  await store.put(await keyOf(link), entry ?? '');
  const replay = await savePassword(site, visit, 'the password of an eavesdropper');
  expect(replay.status).toBe(400);
  expect(await replay.text()).toContain('used or expired');
  await site.settle();
});

test('E12 an entry without an end, or one that is no JSON, opens nothing and is no error', async () => {
  const link = await askForLink(site, await addAccount(site));
  const store = await site.store();
  const key = await keyOf(link);
  const { expires, ...endless } = JSON.parse((await store.get(key)) ?? '{}') as Record<string, unknown>;
  expect(expires).toBeTypeOf('number');
  const visit = await openLink(site, link);
  for (const damaged of [JSON.stringify(endless), JSON.stringify({ ...endless, expires: null }), '{', 'null', '']) {
    await store.put(key, damaged);
    const page = await site.fetch(PASSWORD_FORM, { headers: { cookie: visit.cookie } });
    expect(page.status, damaged).toBe(400);
    expect((await savePassword(site, visit, GOOD)).status, damaged).toBe(400);
  }
});
