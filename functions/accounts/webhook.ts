/** The operator's own account system, asked by signed HTTP: docs/accounts-webhook.md is its side of this file. */
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { type PasswordProblem, problems } from '../../src/shared/forms';
import { parseIdentifier } from '../recovery/identifiers';
import { askServer, askTwice, type HttpSettings, parseAnswer, toAccountsError } from './http-answers';
import { type AccountNames, findNamed } from './match';
import { type Account, type AccountSystem, AccountsError } from './port';

export interface WebhookSettings extends HttpSettings {
  readonly url: string;
  /** `whsec_…`: requests carry a signature for each, answers need one of any. Two while one replaces the other. */
  readonly secrets: readonly string[];
  readonly capabilities: AccountSystem['capabilities'];
}

/** One question. The operator's system applies a question with the same id once. */
interface Question {
  readonly id: string;
  readonly type: 'account.resolve' | 'account.find' | 'password.set' | 'sessions.end';
  readonly data: Readonly<Record<string, string>>;
}

/** What is not there may be left out or null. */
function maybe(text: z.ZodString) {
  return text.nullish().transform((value) => value ?? undefined);
}

const accountSchema = z.object({
  ref: z.string().min(1).max(255),
  username: z.string().min(1),
  displayName: maybe(z.string()),
  email: maybe(z.string().refine(isEmailAddress)),
  phone: maybe(z.string().regex(/^\+[1-9]\d{6,14}$/)),
  status: z.enum(['active', 'disabled', 'federated']),
});

function isEmailAddress(text: string): boolean {
  const parsed = parseIdentifier(text);
  return parsed.type === 'ok' && parsed.identifier.kind === 'email';
}

/** A word for a problem that this release does not know is a refusal all the same. */
const passwordProblem = z
  .custom<PasswordProblem>(
    (code) => typeof code === 'string' && /^password-/.test(code) && Object.hasOwn(problems, code),
  )
  .catch('password-refused');

const accountsAnswer = z.object({ type: z.literal('accounts'), accounts: z.array(accountSchema) });
const passwordAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed') }),
  z.object({ type: z.literal('refused'), problems: z.array(passwordProblem).min(1) }),
  z.object({ type: z.literal('gone') }),
]);
const sessionsAnswer = z.object({ type: z.literal('ended') });

/**
 * The account system behind a URL. Both sides sign by Standard Webhooks (https://www.standardwebhooks.com); an answer's id is
 * made of its question's, so that no answer fits another question. Every question is asked once more when nothing came
 * back, under its id: changes apply once because the operator's system remembers the ids of what it has done.
 */
export function createWebhookAccounts(settings: WebhookSettings): AccountSystem {
  const signers = settings.secrets.map((secret) => new Webhook(secret));
  const ask = <Answer>(question: Question, schema: z.ZodType<Answer>) => {
    const body = JSON.stringify({ type: question.type, timestamp: new Date().toISOString(), data: question.data });
    return askTwice(() => exchange(settings, signers, { id: question.id, body }, schema), settings);
  };
  return {
    capabilities: settings.capabilities,
    async resolve({ kind, value }) {
      const { accounts } = await ask({ id: newId(), type: 'account.resolve', data: { kind, value } }, accountsAnswer);
      return findNamed(accounts, namesOf, { kind, value });
    },
    async find(ref) {
      const { accounts } = await ask({ id: newId(), type: 'account.find', data: { ref } }, accountsAnswer);
      return accounts.find((account) => account.ref === ref);
    },
    setPassword: (ref, password, idempotencyKey) =>
      ask({ id: `password_${idempotencyKey}`, type: 'password.set', data: { ref, password } }, passwordAnswer),
    async endSessions(ref) {
      await ask({ id: newId(), type: 'sessions.end', data: { ref } }, sessionsAnswer);
    },
  };
}

interface Message {
  readonly id: string;
  readonly body: string;
}

/** One request and its verified answer. @throws AccountsError */
async function exchange<Answer>(
  settings: WebhookSettings,
  signers: readonly Webhook[],
  { id, body }: Message,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const now = new Date();
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'latchkey',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signers.map((signer) => signer.sign(id, now, body)).join(' '),
  };
  const answer = await askServer(settings.url, { method: 'POST', headers, body }, settings);
  if (answer.status !== 200) throw toAccountsError(answer.status);
  if (!signers.some((signer) => isSigned(signer, `${id}_answer`, answer))) throw new AccountsError('unreadable');
  return parseAnswer(answer.text, schema);
}

/** Signed within the last five minutes, and as the answer with this id. */
function isSigned(signer: Webhook, id: string, { headers, text }: { headers: Headers; text: string }): boolean {
  const signed = {
    'webhook-id': id,
    'webhook-timestamp': headers.get('webhook-timestamp') ?? '',
    'webhook-signature': headers.get('webhook-signature') ?? '',
  };
  try {
    signer.verify(text, signed, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

function namesOf({ username, email, phone }: Account): AccountNames {
  return { username: [username], email: email === undefined ? [] : [email], phone: phone === undefined ? [] : [phone] };
}

function newId(): string {
  return `msg_${crypto.randomUUID()}`;
}
