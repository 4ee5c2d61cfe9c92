/** Builds what tickets need from the Worker's environment. */
import type { FormSeed } from '../src/shared/contact-form';
import { site } from '../src/shared/site';
import { createD1Tickets } from './bindings/d1-tickets';
import type { createJobQueue } from './bindings/queue';
import type { Clock } from './clock';
import { chooseDesk } from './desk/choose';
import type { Env, Settings } from './env';
import type { Report } from './events';
import type { BurstLimit } from './limits/burst';
import type { Mailer } from './mail/port';
import type { MailRenderers } from './mail/renderer';
import { type AdditionRequest, addMessage } from './support/add-message';
import { newSeed, renewSeed } from './support/form-stamp';
import type { DispatchJob } from './support/jobs';
import { createTicketKeys } from './support/keys';
import { openTicket, type TicketRequest } from './support/open-ticket';
import { createProofOfWork } from './support/proof-of-work';
import { sendDispatch } from './support/send-dispatch';
import { showTicket } from './support/show-ticket';
import { tendTickets } from './support/tend-tickets';

/** What tickets share with recovery. */
export interface SharedParts {
  readonly clock: Clock;
  readonly report: Report;
  readonly burst: BurstLimit;
  readonly queue: ReturnType<typeof createJobQueue>;
  readonly mailer: Mailer;
  readonly render: MailRenderers;
}

export function buildSupport(env: Env, settings: Settings, shared: SharedParts) {
  const { clock, report, burst, queue, mailer, render } = shared;
  const keys = createTicketKeys(settings.PEPPER);
  const store = createD1Tickets(env.ACCOUNTS);
  const proofOfWork = createProofOfWork(settings.PEPPER);
  const desk = chooseDesk(settings, { mailer, render: render.desk });
  const parts = { clock, report, burst, queue, mailer, render, keys, store, desk, isProven: proofOfWork.isProven };
  return {
    app: {
      openTicket: (request: TicketRequest) => openTicket(parts, request),
      showTicket: (token: string) => showTicket(parts, token),
      addMessage: (request: AdditionRequest) => addMessage(parts, request),
      seedForm: async (sent?: FormSeed) => {
        const now = clock.now();
        const seed = await (sent === undefined ? newSeed(keys, now) : renewSeed(keys, sent, now));
        return { ...seed, challenge: await proofOfWork.challenge(seed.request) };
      },
    },
    dispatch: (job: DispatchJob, attempt: number) => sendDispatch(parts, job, attempt),
    tend: () => tendTickets({ ...parts, retentionDays: site.retentionDays.tickets }),
  };
}
