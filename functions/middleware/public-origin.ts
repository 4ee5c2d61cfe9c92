/** Stops a deploy that still has the address of somebody's own machine: its mails would lead nowhere. */
import { createMiddleware } from 'hono/factory';
import { isLoopbackOrigin } from '../../src/shared/loopback-origin';
import { ConfigurationError } from '../configuration-error';

/**
 * Lets requests through, other than those that reach a local address by Cloudflare's network, which marks each with a CF-Ray.
 *
 * @throws ConfigurationError naming the variable and the remedy.
 */
export const requirePublicOrigin = (siteOrigin: string) =>
  createMiddleware(async (c, next) => {
    if (isLoopbackOrigin(siteOrigin) && c.req.header('CF-Ray')) {
      const { host } = new URL(c.req.url);
      throw new ConfigurationError([
        `SITE_ORIGIN is ${siteOrigin}, which nobody else can open. Set it in wrangler.toml under [vars], for example to https://${host}, build and deploy again.`,
      ]);
    }
    await next();
  });
