/** The Worker: answers requests, works off the queue, tends what is left over, and exports the Durable Object classes. */
import { createApp, createUnconfiguredApp } from './app';
import { logConfiguration } from './bindings/report';
import { ConfigurationError } from './configuration-error';
import { bringBack, isDeadLetterQueue } from './delivery/bring-back';
import { buildDependencies } from './dependencies';
import type { Env } from './env';
import { consumeMail } from './mail/outbox';

export { PasswordHasher } from './accounts/password-hasher';
export { Gate } from './recovery/gate';

type Worker = ReturnType<typeof build>;

let worker: Worker | undefined;
const unconfiguredApp = createUnconfiguredApp();

/** Once for each isolate. A wrong configuration throws here, and the log names the variable and the remedy. */
function build(env: Env) {
  const { app, ...rest } = buildDependencies(env);
  return { app: createApp(app), ...rest };
}

export default {
  fetch(request, env, context) {
    try {
      worker ??= build(env);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      logConfiguration(error);
      return unconfiguredApp.fetch(request, env, context);
    }
    return worker.app.fetch(request, env, context);
  },
  async queue(batch, env) {
    worker ??= build(env);
    if (isDeadLetterQueue(batch.queue)) await bringBack(worker.bringBack, batch.messages);
    else await consumeMail(worker.outbox, batch.messages);
  },
  async scheduled(_, env) {
    worker ??= build(env);
    await worker.tend();
  },
} satisfies ExportedHandler<Env>;
