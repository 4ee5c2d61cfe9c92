/** `/<locale>/contact/<topic>/`: the forms that reach a person. */
import { type Context, Hono, type Next } from 'hono';
import { setCookie } from 'hono/cookie';
import { type ContactOutcome, type FormSeed, type OfferedForm, topicSchema } from '../../src/shared/contact-form';
import { type ContactTopicName, fieldsOf, type TicketFieldName } from '../../src/shared/contact-topics';
import { ticketLimits } from '../../src/shared/ticket-limits';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import type { OpenedTicket, TicketRequest } from '../support/open-ticket';
import { renderPage, type Variables } from './page';
import { ticketCookie } from './secret-cookie';
import { ticketAnswer } from './ticket-answer';

export interface ContactRouteDependencies {
  readonly siteOrigin: string;
  readonly openTicket: (request: TicketRequest) => Promise<OpenedTicket>;
  /** What a form carries. @param sent What a form carried that is shown again. */
  readonly seedForm: (sent?: FormSeed) => Promise<OfferedForm>;
}

type ContactContext = Context<{ Variables: Variables }>;
type TypedTexts = ContactOutcome['typed'];

/** The routes of one topic, relative to its path. */
export function contactRoutes(dependencies: ContactRouteDependencies, topic: ContactTopicName) {
  const { siteOrigin, openTicket, seedForm } = dependencies;
  const routes = new Hono<{ Variables: Variables }>();
  const schema = topicSchema(topic);
  const cookie = ticketCookie(siteOrigin);

  async function show(c: ContactContext, next: Next, said: Partial<ContactOutcome>, sent?: FormSeed) {
    const seed = await seedForm(sent);
    const contact: ContactOutcome = { topic, seed, typed: {}, fieldProblems: [], ...said };
    return renderPage(c, next, { contact }, ticketAnswer(contact));
  }

  routes.get('/', (c, next) => show(c, next, {}));

  routes.post('/', async (c, next) => {
    const { locale } = c.var;
    const post = await readFormPost(c.req.raw, schema, siteOrigin, ticketLimits.BODY_MAX_BYTES);
    if (post.type === 'refused') return show(c, next, { problem: post.problem, typed: keptTexts(topic, post.texts) });
    const { fields, seed, proof, honeypot } = post.values;
    const address = c.req.header('CF-Connecting-IP') ?? null;
    const result = await openTicket({ topic, fields, seed, honeypot, proof, address, locale });
    if (result.type === 'opened') {
      setCookie(c, cookie.name, result.token, cookie.options);
      return c.redirect(formUrl(locale, 'contactSent'), 303);
    }
    const said = result.type === 'invalid' ? { fieldProblems: result.problems } : { problem: result.type };
    return show(c, next, { ...said, typed: fields }, seed);
  });

  return routes;
}

/** What came with a form that was refused as a whole is shown again. */
function keptTexts(topic: ContactTopicName, texts: Readonly<Record<string, string>> = {}): TypedTexts {
  const names: ReadonlySet<string> = new Set(fieldsOf(topic).map(([field]) => field));
  const kept = Object.entries(texts).filter((entry): entry is [TicketFieldName, string] => names.has(entry[0]));
  return Object.fromEntries(kept);
}
