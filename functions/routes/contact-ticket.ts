/** `/<locale>/contact/ticket/`: where the link in the visitor's e-mail leads. */
import { type Context, Hono, type Next } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { additionSchema, type FormSeed, type OfferedForm, type TicketOutcome } from '../../src/shared/contact-form';
import { ticketLimits } from '../../src/shared/ticket-limits';
import { formUrl } from '../../src/shared/urls';
import { readFormPost } from '../middleware/form-post';
import type { AddedMessage, AdditionRequest } from '../support/add-message';
import type { ShownTicket } from '../support/show-ticket';
import { renderPage, type Variables } from './page';
import { ticketCookie } from './secret-cookie';
import { swapToken } from './swap-token';
import { ticketAnswer } from './ticket-answer';

export interface ContactTicketRouteDependencies {
  readonly siteOrigin: string;
  readonly showTicket: (token: string) => Promise<ShownTicket>;
  readonly addMessage: (request: AdditionRequest) => Promise<AddedMessage>;
  readonly seedForm: (sent?: FormSeed) => Promise<OfferedForm>;
}

type TicketContext = Context<{ Variables: Variables }>;
type Said = Partial<Extract<TicketOutcome, { readonly type: 'open' }>>;

/** In the address after something was added: says so once, and nothing else. */
const ADDED_PARAMETER = 'added';

const closedStatus = { missing: 400, unknown: 400, unavailable: 503 } as const;

/** The routes, relative to the page's path. */
export function contactTicketRoutes(dependencies: ContactTicketRouteDependencies) {
  const { siteOrigin, showTicket, addMessage, seedForm } = dependencies;
  const routes = new Hono<{ Variables: Variables }>();
  const cookie = ticketCookie(siteOrigin);

  /** @param typed What must not be lost, although there is nothing to add it to. */
  function showClosed(c: TicketContext, next: Next, reason: keyof typeof closedStatus, typed?: string) {
    return renderPage(c, next, { ticket: { type: 'closed', reason, typed } }, { status: closedStatus[reason] });
  }

  /** The ticket as it stands, with what is to be said of the form below it. Who is here keeps the cookie. */
  async function show(c: TicketContext, next: Next, token: string, said: Said, sent?: FormSeed) {
    const shown = await showTicket(token);
    if (shown.type === 'closed') return showClosed(c, next, shown.reason, said.typed);
    setCookie(c, cookie.name, token, cookie.options);
    const seed = await seedForm(sent);
    const ticket = { ...factsOf(c, shown), seed, isAdded: false, fieldProblems: [], ...said };
    return renderPage(c, next, { ticket }, ticketAnswer(ticket));
  }

  routes.get('/', async (c, next) => {
    const swapped = swapToken(c, cookie, formUrl(c.var.locale, 'ticket'));
    if (swapped) return swapped;
    const token = getCookie(c, cookie.name);
    if (!token) return showClosed(c, next, 'missing');
    return show(c, next, token, { isAdded: c.req.query(ADDED_PARAMETER) !== undefined });
  });

  routes.post('/', async (c, next) => {
    const token = getCookie(c, cookie.name);
    const post = await readFormPost(c.req.raw, additionSchema, siteOrigin, ticketLimits.BODY_MAX_BYTES);
    const typed = post.type === 'form' ? post.values.text : post.texts?.message;
    if (!token) return showClosed(c, next, 'missing', typed);
    if (post.type === 'refused') return show(c, next, token, { problem: post.problem, typed });
    const address = c.req.header('CF-Connecting-IP') ?? null;
    const result = await addMessage({ token, address, ...post.values });
    if (result.type === 'added') return c.redirect(`${formUrl(c.var.locale, 'ticket')}?${ADDED_PARAMETER}`, 303);
    if (result.type === 'closed') return showClosed(c, next, result.reason, typed);
    if (result.type === 'other') return showClosed(c, next, 'missing', typed);
    return show(c, next, token, { ...problemsOf(result), typed }, post.values.seed);
  });

  return routes;
}

function problemsOf(result: Exclude<AddedMessage, { readonly type: 'added' | 'closed' | 'other' }>): Said {
  return result.type === 'invalid' ? { fieldProblems: result.problems } : { problem: result.type };
}

/** What the page shows of a ticket. The address to answer to is one of the first form's answers. */
function factsOf(c: TicketContext, { ticket, messages, until }: Extract<ShownTicket, { readonly type: 'open' }>) {
  const { reference, topic, email } = ticket;
  const sent = messages.map(({ number, fields, sentAt }) => ({
    fields: number === 1 ? { ...fields, email } : fields,
    sentAt,
  }));
  const { timezone: timeZone = 'UTC' } = (c.req.raw.cf ?? {}) as { timezone?: string };
  return { type: 'open', topic, reference, messages: sent, until, timeZone } as const;
}
