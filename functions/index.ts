import { DurableObject } from 'cloudflare:workers';
import { Hono } from 'hono';
import { cf } from '@astrojs/cloudflare/hono';
import { getFetchState, pages } from 'astro/hono';
const app = new Hono<{Bindings: any}>();
app.use(cf() as never);
app.post('/:locale/account/reset/', async (c, next) => {
  getFetchState(c as never).locals.outcome = 'posted ' + (await c.req.raw.clone().formData()).get('id');
  const g = c.env.GATE.get(c.env.GATE.idFromName('1'));
  await c.env.RESETS.send({a: 1});
  getFetchState(c as never).locals.outcome += ' ' + await g.hello();
  await next();
});
app.use(pages() as never);
export class Gate extends DurableObject { hello() { return 'gate'; } }
export class PasswordHasher extends DurableObject {}
export default { fetch: app.fetch, async queue(b: any) { console.log('queue', b.messages.length); } };
