/** `/hooks/resend/`: where the mail provider says what became of mails. For machines: answers have no body. */
import { type Context, Hono } from 'hono';
import type { DeliveryReportResult, HookProblem, SignedMessage } from '../mail/port';
import { readBody } from '../middleware/read-body';

export interface HookRouteDependencies {
  /** Absent where the operator has set no secret: then nothing stands here. */
  readonly receiveDeliveryReport?: (message: SignedMessage) => Promise<DeliveryReportResult>;
  readonly refuseDeliveryReport: (problem: HookProblem) => DeliveryReportResult;
}

/** Resend's messages have about 1,000 bytes. */
const MAX_BYTES = 32_768;

const statusOf = {
  'wrong-type': 415,
  'too-large': 413,
  unsigned: 401,
  malformed: 400,
  unavailable: 503,
} as const satisfies Record<HookProblem, number>;

/** The routes, relative to `/hooks/`. */
export function hookRoutes(dependencies: HookRouteDependencies) {
  const { receiveDeliveryReport, refuseDeliveryReport } = dependencies;
  const routes = new Hono();

  routes.all('/resend/', async (c) => {
    if (receiveDeliveryReport === undefined) return c.body(null, 404);
    if (c.req.method !== 'POST') return c.body(null, 405, { Allow: 'POST' });
    const message = await readMessage(c);
    const result = typeof message === 'string' ? refuseDeliveryReport(message) : await receiveDeliveryReport(message);
    return c.body(null, result.type === 'taken' ? 204 : statusOf[result.problem]);
  });

  return routes;
}

async function readMessage(c: Context): Promise<SignedMessage | HookProblem> {
  const mediaType = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') return 'wrong-type';
  const body = await readBody(c.req.raw, MAX_BYTES);
  if (body === undefined) return 'too-large';
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) => c.req.header(`svix-${name}`));
  return { body, id, timestamp, signature };
}
