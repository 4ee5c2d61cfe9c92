/** The rules of Resend's `POST /emails` that the fake keeps: https://resend.com/docs/api-reference/emails/send-email and …/errors. */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** Every error the real one documents for a send, with its status. */
export const resendErrors = {
  invalid_idempotency_key: { statusCode: 400, message: 'The key must be between 1-256 chars.' },
  validation_error: { statusCode: 422, message: 'We found an error with one or more fields in the request.' },
  missing_api_key: { statusCode: 401, message: 'Missing API key in the authorization header.' },
  restricted_api_key: { statusCode: 401, message: 'This API key is restricted to only send emails.' },
  invalid_api_key: { statusCode: 403, message: 'API key is invalid.' },
  not_found: { statusCode: 404, message: 'The requested endpoint does not exist.' },
  method_not_allowed: { statusCode: 405, message: 'Method is not allowed for the requested path.' },
  invalid_idempotent_request: {
    statusCode: 409,
    message: 'Same idempotency key used with a different request payload.',
  },
  concurrent_idempotent_requests: {
    statusCode: 409,
    message: 'Same idempotency key used while original request is still in progress.',
  },
  invalid_from_address: { statusCode: 422, message: 'Invalid `from` field.' },
  missing_required_field: { statusCode: 422, message: 'The request body is missing one or more required fields.' },
  monthly_quota_exceeded: { statusCode: 429, message: 'You have reached your monthly email sending quota.' },
  daily_quota_exceeded: { statusCode: 429, message: 'You have reached your daily email sending quota.' },
  rate_limit_exceeded: {
    statusCode: 429,
    message: 'Too many requests. Please limit the number of requests per second.',
  },
  security_error: { statusCode: 451, message: 'We may have found a security issue with the request.' },
  application_error: { statusCode: 500, message: 'An unexpected error occurred.' },
  internal_server_error: { statusCode: 500, message: 'An unexpected error occurred.' },
} as const;

export type ResendErrorName = keyof typeof resendErrors;

const ADDRESS = String.raw`[^\s<>@,;"]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+`;
const address = z.string().regex(new RegExp(`^${ADDRESS}$`));
const sender = z.string().regex(new RegExp(String.raw`^(?:${ADDRESS}|[^<>\r\n@]+ <${ADDRESS}>)$`));
const line = z
  .string()
  .min(1)
  .regex(/^[^\r\n]*$/);
const recipients = z.union([address.transform((one) => [one]), z.array(address).min(1).max(50)]);
const tag = z.strictObject({ name: z.string().regex(/^[\w-]{1,256}$/), value: z.string().regex(/^[\w-]{1,256}$/) });

const message = z
  .strictObject({
    from: sender,
    to: recipients,
    subject: line,
    text: z.string().min(1).optional(),
    html: z.string().min(1).optional(),
    headers: z.record(z.string().regex(/^[!-9;-~]+$/), line).default({}),
    cc: recipients.optional(),
    bcc: recipients.optional(),
    reply_to: recipients.optional(),
    scheduled_at: line.optional(),
    tags: z.array(tag).optional(),
  })
  .refine(({ text, html }) => text !== undefined || html !== undefined, { path: ['html'] });

export type ResendMessage = z.infer<typeof message>;

function errorOf({ path, code }: z.core.$ZodIssue, body: unknown): ResendErrorName {
  const field = String(path[0]);
  const isMissing =
    code === 'custom' || (typeof body === 'object' && body !== null && path.length > 0 && !(field in body));
  if (isMissing) return 'missing_required_field';
  return field === 'from' ? 'invalid_from_address' : 'validation_error';
}

/** Reads a request's body as strictly as can be: an unknown field is an error too. */
export function readMessage(text: string): ResendMessage | ResendErrorName {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return 'validation_error';
  }
  const result = message.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return issue ? errorOf(issue, body) : 'validation_error';
}

export interface RequestHead {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** What is wrong with a request before its body is read. */
export function findHeadError({ method, url, headers }: RequestHead, apiKey: string): ResendErrorName | undefined {
  if (url !== '/emails') return 'not_found';
  if (method !== 'POST') return 'method_not_allowed';
  if (!headers.authorization) return 'missing_api_key';
  if (headers.authorization !== `Bearer ${apiKey}`) return 'invalid_api_key';
  if (!headers['user-agent']) return 'security_error';
  if (!/^application\/json\b/.test(String(headers['content-type']))) return 'validation_error';
  const key = headers['idempotency-key'];
  if (key !== undefined && (key.length === 0 || key.length > 256)) return 'invalid_idempotency_key';
  return undefined;
}
