/** What the mail provider says of the mails that it took: https://resend.com/docs/dashboard/webhooks/event-types */
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { DeliveryEvent, Report } from '../events';
import type { DeliveryReportResult, HookProblem, SignedMessage } from './port';

export interface DeliveryReportDependencies {
  /** `whsec_…`, two while one replaces the other. */
  readonly secrets: readonly string[];
  /** Whether the message with this id comes for the first time. May throw. */
  readonly isFirst: (id: string) => Promise<boolean>;
  readonly report: Report;
}

const bounce = z.object({
  type: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['permanent', 'transient', 'undetermined'])),
});

const message = z.object({
  type: z.string(),
  data: z.object({ bounce: bounce.catch({ type: 'undetermined' }).optional() }).optional(),
});

const simple: Readonly<Record<string, DeliveryEvent>> = {
  'email.delivered': { event: 'mail.delivered' },
  'email.complained': { event: 'mail.complained' },
  'email.suppressed': { event: 'mail.suppressed' },
  'email.delivery_delayed': { event: 'mail.deferred' },
  'email.failed': { event: 'mail.failed' },
};

/**
 * Records a message once: signature, then shape, then whether it came before. A message that was refused as `unavailable` is
 * sent again by its sender, as is every one that was not answered.
 */
export async function receiveDeliveryReport(
  deps: DeliveryReportDependencies,
  signed: SignedMessage,
): Promise<DeliveryReportResult> {
  const text = readText(signed.body);
  const { id } = signed;
  if (id === undefined || text === undefined || !isSigned(deps.secrets, signed, text))
    return refuseDeliveryReport(deps, 'unsigned');
  const event = readEvent(text);
  if (event === undefined) return refuseDeliveryReport(deps, 'malformed');
  try {
    deps.report((await deps.isFirst(id)) ? event : { event: 'hook.repeated' });
  } catch {
    deps.report({ event: 'part.failed', part: 'gate', during: 'receive' });
    return refuseDeliveryReport(deps, 'unavailable');
  }
  return { type: 'taken' };
}

/** Undefined for bytes that are no UTF-8: nothing else may stand for them under the signature. */
function readText(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Standard Webhooks, whose headers Resend calls `svix-…`. The library refuses what is five minutes too old or too new. */
function isSigned(secrets: readonly string[], { id, timestamp, signature }: SignedMessage, text: string): boolean {
  const headers = {
    'webhook-id': id ?? '',
    'webhook-timestamp': timestamp ?? '',
    'webhook-signature': signature ?? '',
  };
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(text, headers, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}

function readEvent(text: string): DeliveryEvent | { readonly event: 'hook.ignored' } | undefined {
  try {
    const { type, data } = message.parse(JSON.parse(text));
    if (type === 'email.bounced') return { event: 'mail.bounced', bounce: data?.bounce?.type ?? 'undetermined' };
    return simple[type] ?? { event: 'hook.ignored' };
  } catch {
    return undefined;
  }
}

/** Says so to the operator too: who else would notice that a secret was mistyped? */
export function refuseDeliveryReport(
  { report }: Pick<DeliveryReportDependencies, 'report'>,
  problem: HookProblem,
): DeliveryReportResult {
  report({ event: 'hook.refused', problem });
  return { type: 'refused', problem };
}
