/** The one thing of the flow that plain http on this machine cannot show: the cookie over https. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { requireLocale } from '../../../functions/middleware/locale';
import { newPasswordRoutes } from '../../../functions/routes/new-password';

const never = () => Promise.reject(new Error('opening a link decides nothing'));
const token = 'A'.repeat(43);

test('over https the token waits in a __Host- cookie, which no other host of the domain can set or read', async () => {
  const app = new Hono();
  app.use('/:locale/', requireLocale);
  app.route(
    '/:locale/',
    newPasswordRoutes({ siteOrigin: 'https://help.example', inspectLink: never, redeem: never, offersPhone: false }),
  );
  const response = await app.request(`https://help.example/en/?token=${token}`);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie.split('; ').toSorted()).toEqual(
    [`__Host-reset=${token}`, 'HttpOnly', 'Max-Age=3600', 'Path=/', 'SameSite=Lax', 'Secure'].toSorted(),
  );
});
