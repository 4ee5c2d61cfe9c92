/** Everything that the use-cases of recovery need, over fakes that remember, and fail on command. */
import type { Account } from '../../functions/accounts/port';
import { createKvLocks } from '../../functions/bindings/kv-locks';
import { createKvNotices, createKvTokens } from '../../functions/bindings/kv-tokens';
import type { OperatorEvent } from '../../functions/events';
import type { RenderedMail, SendResult } from '../../functions/mail/port';
import { createCodes } from '../../functions/recovery/codes';
import { createGateLogic } from '../../functions/recovery/gate-logic';
import type { Gate } from '../../functions/recovery/gate-port';
import type { RecoveryJob } from '../../functions/recovery/jobs';
import { createPasswordJudge } from '../../functions/recovery/passwords';
import type { FederatedMail, MailRenderer, NoticeMail, TextRenderer } from '../../functions/recovery/ports';
import { createSeal } from '../../functions/recovery/seal';
import { createRecoveryKeys } from '../../functions/recovery/tokens';
import type { RenderedText, TextOptions, TextResult } from '../../functions/sms/port';
import { createFakeAccounts } from './accounts';
import { createFrozenClock } from './clock';
import { createFakeKv } from './kv';
import { createFakeSql } from './sql';

export const maria: Account = {
  ref: 'account-1',
  username: 'maria',
  displayName: 'María José',
  email: 'Maria@Example.org',
  status: 'active',
};

export interface SentMail {
  readonly mail: RenderedMail;
  readonly to: string;
  readonly idempotencyKey: string;
}

export interface SentText extends TextOptions {
  readonly text: RenderedText;
  readonly to: string;
}

export const goodPassword = 'seven quiet otters paint';

const SECRET = 'a secret of the tests, long enough';

/** The parts are the real ones where they decide, and fakes where they only keep or carry. */
export function createRecovery(accountList: readonly Account[] = [maria]) {
  const clock = createFrozenClock();
  const kv = createFakeKv();
  const accounts = createFakeAccounts(accountList);
  const log: string[] = [];
  const events: OperatorEvent[] = [];
  const jobs: RecoveryJob[] = [];
  const mails: SentMail[] = [];
  const texts: SentText[] = [];
  let textAnswers: TextResult[] = [];
  const failing = new Set<string>();
  let answers: SendResult[] = [];
  const deps = {
    clock,
    accounts,
    keys: createRecoveryKeys(SECRET),
    codes: createCodes(SECRET),
    seal: createSeal(SECRET),
    offersPhone: true,
    renderText: plainTexts,
    texter: {
      async send(text: RenderedText, to: string, options: TextOptions): Promise<TextResult> {
        const answer = textAnswers.shift() ?? { type: 'sent' };
        if (answer.type === 'sent') texts.push({ text, to, ...options });
        return answer;
      },
    },
    judgePassword: createPasswordJudge(),
    render: plainRenderer,
    report: (event: OperatorEvent) => void events.push(event),
    burst: { allows: async () => true },
    locks: createKvLocks(kv.kv, clock),
    tokens: createKvTokens(kv.kv, clock),
    notices: createKvNotices(kv.kv, clock),
    gate: asGate(createGateLogic(createFakeSql(), clock)),
    queue: { send: async (job: RecoveryJob) => void jobs.push(structuredClone(job)) },
    mailer: {
      async send(mail: RenderedMail, to: string, idempotencyKey: string): Promise<SendResult> {
        const answer = answers.shift() ?? { type: 'sent', id: `mail-of-${idempotencyKey}` };
        if (answer.type === 'sent') mails.push({ mail, to, idempotencyKey });
        return answer;
      },
    },
  };
  return {
    deps: {
      ...deps,
      ...spyOnPorts(
        {
          burst: deps.burst,
          locks: deps.locks,
          tokens: deps.tokens,
          notices: deps.notices,
          gate: deps.gate,
          queue: deps.queue,
        },
        log,
        failing,
      ),
    },
    clock,
    kv,
    accounts,
    events,
    jobs,
    mails,
    texts,
    /** The awaited calls of the ports, in order, such as `gate.admit`. */
    log,
    /** Further calls such as `gate.admit` throw. */
    fail: (call: string) => failing.add(call),
    work: (call: string) => failing.delete(call),
    /** What the mail provider says next, one answer a mail. */
    answerMails: (...given: SendResult[]) => {
      answers = given;
    },
    /** What the sender of text messages says next, one answer a message. */
    answerTexts: (...given: TextResult[]) => {
      textAnswers = given;
    },
    eventNames: () => events.map(({ event }) => event),
  };
}

export type Recovery = ReturnType<typeof createRecovery>;

/** The token in a mail of `plainRenderer`. */
export function tokenIn(sent: SentMail | undefined): string {
  return sent?.mail.text.match(/token (\S+)/)?.[1] ?? '';
}

/** The code in a text message of `plainTexts`. */
export function codeIn(sent: SentText | undefined): string {
  return sent?.text.body.match(/\d{6}/)?.[0] ?? '';
}

const plainTexts: TextRenderer = {
  code: async ({ locale, code }) => ({ locale, body: `${code} is your code` }),
};

const plainRenderer: MailRenderer = {
  reset: async (mail) => plainMail('Reset', mail, `asked at ${mail.requestedAt}, token ${mail.token}`),
  secure: async (mail) => plainMail('Secure', mail, `asked at ${mail.requestedAt}, token ${mail.token}`),
  federated: async (mail) => plainMail('Federated', mail, `asked at ${mail.requestedAt}`),
  code: async (mail) => plainMail('Code', mail, `asked at ${mail.requestedAt}, code ${mail.code}`),
  notice: async (mail) => plainMail('Changed', mail, `changed at ${mail.changedAt}, token ${mail.token}`),
};

function plainMail(subject: string, { locale, account }: FederatedMail | NoticeMail, facts: string): RenderedMail {
  return { locale, subject, text: `For ${account.username}, ${facts}`, html: `<p>${facts}` };
}

/** The port as the platform offers it: every answer comes later, and is a copy. */
function asGate(logic: ReturnType<typeof createGateLogic>): Gate {
  const later =
    <Keys extends unknown[], Verdict>(step: (...keys: Keys) => Verdict) =>
    async (...keys: Keys) =>
      structuredClone(step(...keys));
  return {
    admit: later(logic.admit),
    allowMail: later(logic.allowMail),
    issue: later(logic.issue),
    peek: later(logic.peek),
    reserve: later(logic.reserve),
    commit: later(logic.commit),
    release: later(logic.release),
    replaceAll: later(logic.replaceAll),
    issueCode: later(logic.issueCode),
    tryCode: later(logic.tryCode),
    receive: later(logic.receive),
  };
}

/** The same ports; every call is written down first, and throws when it was told to. */
function spyOnPorts<Ports extends Record<string, object>>(
  ports: Ports,
  log: string[],
  failing: ReadonlySet<string>,
): Ports {
  const spied = Object.entries(ports).map(([name, port]) => {
    const calls = Object.entries(port).map(([call, run]) => [
      call,
      async (...args: unknown[]) => {
        log.push(`${name}.${call}`);
        if (failing.has(`${name}.${call}`)) throw new Error(`${name}.${call} fails`);
        return run(...args);
      },
    ]);
    return [name, Object.fromEntries(calls)];
  });
  return Object.fromEntries(spied);
}
