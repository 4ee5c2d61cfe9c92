/** The Worker: answers requests, works off the queue, tends what is left over, and exports the Durable Object classes. */
import { createApp } from './app';
import { buildDependencies } from './dependencies';
import type { Env } from './env';
import { consumeMail } from './mail/outbox';

export { PasswordHasher } from './accounts/password-hasher';
export { Gate } from './recovery/gate';

type Worker = ReturnType<typeof build>;

let worker: Worker | undefined;

/** Once for each isolate. A wrong configuration throws here, and the log names the variable and the remedy. */
function build(env: Env) {
  const { app, outbox, tend } = buildDependencies(env);
  return { app: createApp(app), outbox, tend };
}

export default {
  fetch(request, env, context) {
    worker ??= build(env);
    return worker.app.fetch(request, env, context);
  },
  async queue(batch, env) {
    worker ??= build(env);
    await consumeMail(worker.outbox, batch.messages);
  },
  async scheduled(_, env) {
    worker ??= build(env);
    await worker.tend();
  },
} satisfies ExportedHandler<Env>;
