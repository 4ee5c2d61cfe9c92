/** A link as its visitor has it: mailed, and opened once. */
import { inspectLink } from '../../../functions/recovery/inspect-link';
import { sendReset } from '../../../functions/recovery/send-reset';
import { type Recovery, tokenIn } from '../../fakes/recovery';

export interface MailedLink {
  readonly token: string;
  readonly flow: string;
}

let jobs = 0;

/** The link of a new mail to `maria`. What was written down about its making is forgotten. */
export async function mailLinkOf(recovery: Recovery): Promise<MailedLink> {
  jobs += 1;
  recovery.clock.advance(1);
  const job = {
    type: 'reset',
    id: `job-${jobs}`,
    identifier: { kind: 'username', value: 'maria' },
    locale: 'en',
    requestedAt: recovery.clock.now(),
  } as const;
  await sendReset(recovery.deps, job, 1);
  const token = tokenIn(recovery.mails.at(-1));
  const state = await inspectLink(recovery.deps, token);
  if (state.type !== 'open') throw new TypeError(state.problem);
  for (const written of [recovery.events, recovery.accounts.calls, recovery.jobs, recovery.log]) written.length = 0;
  return { token, flow: state.flow };
}
