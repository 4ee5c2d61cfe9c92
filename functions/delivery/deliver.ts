/** What all mails share: sending, and coming back later when that did not work. */
import type { MailType, Operation, Part, Report, SkipReason } from '../events';
import type { Mailer, RenderedMail } from '../mail/port';
import type { Delivery } from './delivery';
import { retryDelaySeconds } from './retry-delay';

interface DeliverDependencies {
  readonly mailer: Mailer;
  readonly report: Report;
}

interface OutgoingMail {
  readonly type: MailType;
  readonly mail: RenderedMail;
  readonly to: string;
  /** The job's id: delivered again, the job makes the same request. */
  readonly idempotencyKey: string;
  readonly attempt: number;
}

/** Sends a mail, or says when to try again. */
export async function deliver({ mailer, report }: DeliverDependencies, outgoing: OutgoingMail): Promise<Delivery> {
  const { type, mail, to, idempotencyKey, attempt } = outgoing;
  const result = await mailer.send(mail, to, idempotencyKey);
  if (result.type === 'retry') {
    const { reason } = result;
    const afterSeconds = retryDelaySeconds(reason, attempt, result.afterSeconds);
    report({ event: 'mail.delayed', mail: type, reason, attempt, afterSeconds });
    return { type: 'retry', afterSeconds };
  }
  if (result.type === 'sent') report({ event: 'mail.sent', mail: type, attempt, locale: mail.locale });
  else report({ event: 'mail.rejected', mail: type, reason: result.reason });
  return { type: 'done' };
}

/** Ends a job without a mail. */
export function skip(report: Report, mail: MailType, reason: SkipReason): Delivery {
  report({ event: 'mail.skipped', mail, reason });
  return { type: 'done' };
}

/** Something did not answer: the same job comes again. */
export function retryLater(report: Report, part: Part, during: Operation, attempt: number): Delivery {
  report({ event: 'part.failed', part, during });
  return { type: 'retry', afterSeconds: retryDelaySeconds('failed', attempt) };
}
