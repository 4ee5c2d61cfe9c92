import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMailDesk } from '../../../functions/desk/mail-desk';
import { inertText } from '../../../functions/mail/inert-text';
import { mailRenderer } from '../../../functions/mail/renderer';
import { resendMailer } from '../../../functions/mail/resend';
import { loadTranslate } from '../../../src/shared/catalog';
import type { Failure } from '../../fakes/failure-plan';
import { type FakeResend, startFakeResend } from '../../fakes/resend';
import { describeDesk, type Trouble, ticket } from './contract';

const failures: Readonly<Record<Trouble, Failure>> = {
  silent: { type: 'drop', accepts: false },
  unavailable: { type: 'error', name: 'internal_server_error' },
  'too-fast': { type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 7 },
  'not-allowed': { type: 'error', name: 'invalid_api_key' },
  refused: { type: 'error', name: 'validation_error' },
};

let resend: FakeResend;
beforeEach(async () => {
  resend = await startFakeResend();
});
afterEach(() => resend.stop());

function openDesk() {
  const mailer = resendMailer({ apiKey: 're_test', from: 'a@b.example', baseUrl: resend.url });
  const { desk: render } = mailRenderer('https://help.example.com', loadTranslate);
  return createMailDesk({ mailer, render });
}

test('gets a ticket without an address to reply to where the provider does not take that', async () => {
  resend.failNext(failures.refused);
  expect(await openDesk().send(ticket, 'key-1')).toMatchObject({ type: 'sent' });
  const [mail] = resend.inbox;
  expect(mail).not.toHaveProperty('reply_to');
  expect(mail?.text).toContain(inertText(ticket.email));
});

describeDesk('mail', async () => {
  return {
    desk: openDesk(),
    trouble: (trouble) => {
      resend.failNext(failures[trouble]);
      // Refused with the address to reply to, it is sent again without.
      if (trouble === 'refused') resend.failNext(failures[trouble]);
    },
    received: () => resend.inbox.map(({ subject, text, reply_to }) => `${subject} ${text} ${reply_to}`),
  };
});
