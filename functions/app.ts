/** The Hono app: what answers everything that is not a file. */
import { cf } from '@astrojs/cloudflare/hono';
import { pages } from 'astro/hono';
import { Hono } from 'hono';
import { isConsentAsked } from '../src/shared/consent';
import {
  BROKEN_PATH,
  FEEDBACK_SEGMENT,
  formPath,
  MISSED_SEARCH_PATH,
  NOT_FOUND_PATH,
  topicForms,
} from '../src/shared/urls';
import type { Bindings } from './env';
import type { Report } from './events';
import { unconfigured } from './health';
import { requireLocale } from './middleware/locale';
import { requirePublicOrigin } from './middleware/public-origin';
import { requireReadablePath } from './middleware/readable-path';
import { securityHeaders } from './middleware/security-headers';
import { answerFault, brokenPage } from './routes/broken-page';
import { type ConsentRouteDependencies, consentRoutes } from './routes/consent';
import { consentSheetRoutes } from './routes/consent-sheet';
import { type ContactRouteDependencies, contactRoutes } from './routes/contact';
import { type ContactSentRouteDependencies, contactSentRoutes } from './routes/contact-sent';
import { type ContactTicketRouteDependencies, contactTicketRoutes } from './routes/contact-ticket';
import { exitRoutes } from './routes/exit';
import { type FeedbackRouteDependencies, feedbackRoutes } from './routes/feedback';
import { type HealthRouteDependencies, healthAnswer, healthRoutes } from './routes/health';
import { type HookRouteDependencies, hookRoutes } from './routes/hooks';
import { type MissedSearchRouteDependencies, missedSearchRoutes } from './routes/missed-search';
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
  HookRouteDependencies &
  FeedbackRouteDependencies &
  ConsentRouteDependencies &
  MissedSearchRouteDependencies &
  HealthRouteDependencies & { readonly report: Report };

type App = Hono<{ Bindings: Bindings; Variables: Variables }>;

/** Builds the app over its dependencies. Astro renders what the form routes decide. */
export function createApp(dependencies: AppDependencies): App {
  const app: App = new Hono();
  app.use(securityHeaders);
  app.use(requirePublicOrigin(dependencies.siteOrigin));
  app.use(requireReadablePath);
  for (const path of [NOT_FOUND_PATH, BROKEN_PATH]) app.get(`/:locale/${path}/`, notFoundPage);
  app.use(cf());
  app.route('/hooks/', hookRoutes(dependencies));
  app.route('/healthz', healthRoutes(dependencies));
  app.route('/', exitRoutes(dependencies));
  app.route('/', sharedLinkRoutes);
  for (const [path, routes] of [
    [formPath('reset'), resetRoutes(dependencies)],
    [formPath('resetCode'), resetCodeRoutes(dependencies)],
    [formPath('newPassword'), newPasswordRoutes(dependencies)],
    [formPath('notMe'), notMeRoutes(dependencies)],
    [formPath('contactSent'), contactSentRoutes(dependencies)],
    [formPath('ticket'), contactTicketRoutes(dependencies)],
    ...topicForms.map(([topic, form]) => [formPath(form), contactRoutes(dependencies, topic)] as const),
    [`:topic/:article/${FEEDBACK_SEGMENT}`, feedbackRoutes(dependencies)],
  ] as const) {
    const full = `/:locale/${path}/`;
    app.use(full, requireLocale);
    app.route(full, routes);
    app.on(['GET', 'POST'], full, pages());
    app.all(full, (c) => c.body(null, 405, { Allow: 'GET, HEAD, POST' }));
  }
  if (isConsentAsked) mountConsent(app, dependencies);
  app.notFound(notFoundPage);
  app.onError(answerFault(dependencies.report));
  return app;
}

/** What answers where variables are missing or wrong: the same page for all, and monitoring is told why. */
export function createUnconfiguredApp() {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use(securityHeaders);
  app.get('/healthz', () => healthAnswer(unconfigured));
  app.all('*', (c) => brokenPage(c.req.raw, c.env.ASSETS));
  return app;
}

/** What visitors are asked to agree to, where the operator wants anything. */
function mountConsent(app: App, dependencies: AppDependencies): void {
  const choices = `/:locale/${formPath('choices')}`;
  const missed = `/:locale/${MISSED_SEARCH_PATH}/`;
  app.use(`${choices}/*`, requireLocale);
  app.route(choices, consentRoutes(dependencies));
  app.on(['GET', 'POST'], `${choices}/*`, pages());
  app.use(missed, requireLocale);
  app.route(missed, missedSearchRoutes(dependencies));
  app.route('/', consentSheetRoutes);
}
