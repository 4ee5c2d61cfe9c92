import { afterEach } from 'vitest';
import { createMailDesk } from '../../../functions/desk/mail-desk';
import { mailRenderer } from '../../../functions/mail/renderer';
import { resendMailer } from '../../../functions/mail/resend';
import { loadTranslate } from '../../../src/shared/catalog';
import type { Failure } from '../../fakes/failure-plan';
import { type FakeResend, startFakeResend } from '../../fakes/resend';
import { describeDesk, type Trouble } from './contract';

const failures: Readonly<Record<Trouble, Failure>> = {
  silent: { type: 'drop', accepts: false },
  unavailable: { type: 'error', name: 'internal_server_error' },
  'too-fast': { type: 'error', name: 'rate_limit_exceeded', retryAfterSeconds: 7 },
  'not-allowed': { type: 'error', name: 'invalid_api_key' },
  refused: { type: 'error', name: 'validation_error' },
};

let resend: FakeResend;
afterEach(() => resend.stop());

describeDesk('mail', async () => {
  resend = await startFakeResend();
  const mailer = resendMailer({ apiKey: 're_test', from: 'a@b.example', baseUrl: resend.url });
  const { desk: render } = mailRenderer('https://help.example.com', loadTranslate);
  return {
    desk: createMailDesk({ mailer, render }),
    trouble: (trouble) => resend.failNext(failures[trouble]),
    received: () => resend.inbox.map(({ subject, text, reply_to }) => `${subject} ${text} ${reply_to}`),
  };
});
