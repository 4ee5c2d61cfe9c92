/** The Hono app: what answers everything that is not a file. */
import { cf } from '@astrojs/cloudflare/hono';
import { pages } from 'astro/hono';
import { Hono } from 'hono';
import { formPath, NOT_FOUND_PATH, topicForms } from '../src/shared/urls';
import type { Bindings } from './env';
import { requireLocale } from './middleware/locale';
import { requirePublicOrigin } from './middleware/public-origin';
import { securityHeaders } from './middleware/security-headers';
import { type ContactRouteDependencies, contactRoutes } from './routes/contact';
import { type ContactSentRouteDependencies, contactSentRoutes } from './routes/contact-sent';
import { type ContactTicketRouteDependencies, contactTicketRoutes } from './routes/contact-ticket';
import { type HookRouteDependencies, hookRoutes } from './routes/hooks';
import { type NewPasswordRouteDependencies, newPasswordRoutes } from './routes/new-password';
import { notFoundPage } from './routes/not-found';
import { type NotMeRouteDependencies, notMeRoutes } from './routes/not-me';
import type { Variables } from './routes/page';
import { type ResetRouteDependencies, resetRoutes } from './routes/reset';
import { type ResetCodeRouteDependencies, resetCodeRoutes } from './routes/reset-code';
import { sharedLinkRoutes } from './routes/shared-links';

export type AppDependencies = ResetRouteDependencies &
  ResetCodeRouteDependencies &
  NewPasswordRouteDependencies &
  NotMeRouteDependencies &
  ContactRouteDependencies &
  ContactSentRouteDependencies &
  ContactTicketRouteDependencies &
  HookRouteDependencies;

/** Builds the app over its dependencies. Astro renders what the form routes decide. */
export function createApp(dependencies: AppDependencies) {
  const app = new Hono<{ Bindings: Bindings; Variables: Variables }>();
  app.use(securityHeaders);
  app.use(requirePublicOrigin(dependencies.siteOrigin));
  app.get(`/:locale/${NOT_FOUND_PATH}/`, notFoundPage);
  app.use(cf());
  app.route('/hooks/', hookRoutes(dependencies));
  app.route('/', sharedLinkRoutes);
  for (const [form, routes] of [
    ['reset', resetRoutes(dependencies)],
    ['resetCode', resetCodeRoutes(dependencies)],
    ['newPassword', newPasswordRoutes(dependencies)],
    ['notMe', notMeRoutes(dependencies)],
    ['contactSent', contactSentRoutes(dependencies)],
    ['ticket', contactTicketRoutes(dependencies)],
    ...topicForms.map(([topic, form]) => [form, contactRoutes(dependencies, topic)] as const),
  ] as const) {
    const path = `/:locale/${formPath(form)}/`;
    app.use(path, requireLocale);
    app.route(path, routes);
    app.on(['GET', 'POST'], path, pages());
  }
  app.notFound(notFoundPage);
  return app;
}
