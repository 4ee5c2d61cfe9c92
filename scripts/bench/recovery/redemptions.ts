/** Many redemptions of each link at once: one of them changes the password. */
import { inFlight, range } from './in-flight';
import { exactly, join, type Proof } from './proof';
import { type OpenLink, PARALLEL, PASSWORD_PATH, type SiteUnderLoad } from './site-under-load';

/** Links that are redeemed at the same time: as many passwords are hashed at once, and one machine hashes them all. */
const LINKS_AT_ONCE = 10;

export async function proveSingleRedemption(site: SiteUnderLoad, links: number, redemptions: number): Promise<Proof> {
  const opened = await site.openLinks(await site.addAccounts(links));
  const before = await countChanges(site);
  const successes: number[] = [];
  for (let first = 0; first < links; first += LINKS_AT_ONCE) {
    successes.push(...(await redeem(site, opened.slice(first, first + LINKS_AT_ONCE), redemptions)));
  }
  await site.queue.settle();
  const changed = (await countChanges(site)) - before;
  const sum = successes.reduce((total, count) => total + count, 0);
  const title = `${(links * redemptions).toLocaleString('en')} redemptions of ${links} links in parallel`;
  return join(
    exactly(`${title}: successes`, sum, links),
    exactly('  links that worked exactly once', successes.filter((count) => count === 1).length, links),
    exactly('  passwords that the account system has set', changed, links),
  );
}

/** @returns How many redemptions of each link have succeeded. */
async function redeem(site: SiteUnderLoad, links: readonly OpenLink[], redemptions: number): Promise<number[]> {
  const successes = links.map(() => 0);
  await inFlight(range(links.length * redemptions), PARALLEL, async (number) => {
    const at = number % links.length;
    const { flow, cookie } = links[at] as OpenLink;
    const { status } = await site.post(PASSWORD_PATH, { flow, password: `seven quiet rivers ${number}` }, cookie);
    if (status === 303) successes[at] = (successes[at] ?? 0) + 1;
  });
  return successes;
}

async function countChanges(site: SiteUnderLoad): Promise<number> {
  const database = await site.database();
  const row = await database.prepare('SELECT count(*) AS count FROM password_changes').first<{ count: number }>();
  return row?.count ?? 0;
}
