/** Builds everything the Worker needs from its environment: the one place where ports meet adapters. */
import { loadTranslate } from '../src/shared/catalog';
import { createAccountSystem } from './accounts/choose';
import { createPasswordHasher } from './accounts/password-hasher';
import type { AppDependencies } from './app';
import { createBurstLimit } from './bindings/burst';
import { createKvLocks } from './bindings/kv-locks';
import { createKvNotices, createKvTokens } from './bindings/kv-tokens';
import { createPwnedPasswords } from './bindings/pwned-passwords';
import { createForwarder, createJobQueue } from './bindings/queue';
import { createReport } from './bindings/report';
import { createClock } from './clock';
import type { BringBackDependencies } from './delivery/bring-back';
import { type Env, readSettings, type Settings } from './env';
import { buildFeedback } from './feedback-dependencies';
import { createHealthCheck } from './health';
import { isWithinBurst } from './limits/burst';
import { receiveDeliveryReport, refuseDeliveryReport } from './mail/delivery-reports';
import type { OutboxDependencies } from './mail/outbox';
import { mailRenderer } from './mail/renderer';
import { resendMailer } from './mail/resend';
import { createCodes } from './recovery/codes';
import { disownChange, inspectNotice } from './recovery/disown-change';
import { endSessions } from './recovery/end-sessions';
import { enterCode, findPending } from './recovery/enter-code';
import { createGateClient } from './recovery/gate-client';
import { inspectLink } from './recovery/inspect-link';
import { createPasswordJudge } from './recovery/passwords';
import { redeem } from './recovery/redeem';
import { requestReset } from './recovery/request-reset';
import { createSeal } from './recovery/seal';
import { secureAccount } from './recovery/secure-account';
import { sendCode } from './recovery/send-code';
import { sendCodeMail } from './recovery/send-code-mail';
import { sendNotice } from './recovery/send-notice';
import { sendReset } from './recovery/send-reset';
import { createRecoveryKeys } from './recovery/tokens';
import type { HookRouteDependencies } from './routes/hooks';
import { chooseTexter, noTexter } from './sms/choose';
import { textRenderer } from './sms/renderer';
import { buildSupport } from './support-dependencies';

export interface Dependencies {
  /** What a schedule runs. */
  readonly tend: () => Promise<void>;
  readonly app: AppDependencies;
  readonly outbox: OutboxDependencies;
  readonly bringBack: BringBackDependencies;
}

/** Ports and settings of every use-case. @throws ConfigurationError naming what is not configured. */
function buildRecovery(env: Env, settings: Settings) {
  const siteOrigin = settings.SITE_ORIGIN;
  const clock = createClock(settings);
  const texter = chooseTexter(settings);
  const accounts = createAccountSystem(settings, {
    database: env.ACCOUNTS,
    hashPassword: createPasswordHasher(env.HASHER),
    kv: env.RECOVERY,
    clock,
  });
  return {
    clock,
    siteOrigin,
    report: createReport(env.EVENTS),
    deliverySecrets: settings.RESEND_WEBHOOK_SECRET,
    keys: createRecoveryKeys(settings.PEPPER),
    codes: createCodes(settings.PEPPER),
    seal: createSeal(settings.PEPPER),
    gate: createGateClient(env.GATE),
    queue: createJobQueue(env.RESETS),
    burst: createBurstLimit(env.BURST),
    locks: createKvLocks(env.RECOVERY, clock),
    tokens: createKvTokens(env.RECOVERY, clock),
    notices: createKvNotices(env.RECOVERY, clock),
    accounts,
    judgePassword: createPasswordJudge(),
    breaches: settings.BREACH_LIST === 'off' ? undefined : createPwnedPasswords({ origin: settings.BREACH_LIST }),
    texter: texter ?? noTexter,
    renderText: textRenderer(siteOrigin, loadTranslate),
    offersPhone: texter !== undefined && accounts.capabilities.phone,
    render: mailRenderer(siteOrigin, loadTranslate),
    mailer: resendMailer({
      apiKey: settings.RESEND_API_KEY,
      from: settings.MAIL_FROM,
      baseUrl: settings.RESEND_BASE_URL,
    }),
  };
}

/** @throws ConfigurationError naming what is not configured. */
export function buildDependencies(env: Env): Dependencies {
  const settings = readSettings(env);
  const recovery = buildRecovery(env, settings);
  const support = buildSupport(env, settings, recovery);
  const feedback = buildFeedback(env, recovery);
  return {
    tend: async () => void (await Promise.all([support.tend(), feedback.tend()])),
    app: {
      ...support.app,
      ...feedback.app,
      siteOrigin: recovery.siteOrigin,
      report: recovery.report,
      checkHealth: buildHealth(env, recovery),
      maySeeHealth: (address) => isWithinBurst(recovery, 'health', address),
      offersPhone: recovery.offersPhone,
      now: recovery.clock.now,
      requestReset: (request) => requestReset(recovery, request),
      findPending: (sealed) => findPending(recovery, sealed),
      enterCode: (entry) => enterCode(recovery, entry),
      inspectLink: (token) => inspectLink(recovery, token),
      redeem: (redemption) => redeem(recovery, redemption),
      inspectNotice: (token) => inspectNotice(recovery, token),
      disownChange: (request) => disownChange(recovery, request),
      ...buildHooks(recovery),
    },
    bringBack: { send: createForwarder(env.RESETS), report: recovery.report },
    outbox: {
      report: recovery.report,
      random: Math.random,
      handlers: {
        reset: (job, attempt) => sendReset(recovery, job, attempt),
        code: (job, attempt) => sendCode(recovery, job, attempt),
        'code-mail': (job, attempt) => sendCodeMail(recovery, job, attempt),
        notice: (job, attempt) => sendNotice(recovery, job, attempt),
        secure: (job, attempt) => secureAccount(recovery, job, attempt),
        sessions: (job, attempt) => endSessions(recovery, job, attempt),
        dispatch: support.dispatch,
      },
    },
  };
}

/** What the mail provider may tell us, where its secret is known. */
function buildHooks({
  keys,
  gate,
  report,
  deliverySecrets: secrets,
}: ReturnType<typeof buildRecovery>): HookRouteDependencies {
  const isFirst = async (id: string) => (await gate.receive(await keys.receiptKey(id))).type === 'first';
  return {
    receiveDeliveryReport: secrets && ((message) => receiveDeliveryReport({ secrets, isFirst, report }, message)),
    refuseDeliveryReport: (problem) => refuseDeliveryReport({ report }, problem),
  };
}

/** Nothing here writes, and nothing names an account: the account system is asked for one that nobody has. */
function buildHealth(env: Env, { accounts, gate, clock }: ReturnType<typeof buildRecovery>) {
  return createHealthCheck(
    {
      store: () => env.RECOVERY.get('health'),
      database: () => env.ACCOUNTS.prepare('SELECT 1').first(),
      'account-system': () => accounts.find('health'),
      gate: () => gate.peek({ account: 'health', flow: 'health' }),
      queue: async () => requireBound(env.RESETS),
    },
    clock.now,
  );
}

/** A queue tells nothing before it is sent something; whether there is one at all, it does. */
function requireBound(binding: object | undefined): void {
  if (binding === undefined) throw new TypeError('not bound');
}
