import { expect, test } from 'vitest';
import { unstable_readConfig as readConfig } from 'wrangler';
import { isDeadLetterQueue } from '../../../functions/delivery/bring-back';
import { replayCommand } from '../../../scripts/local/replay-command';

test('the Worker of wrangler.toml becomes a reader of its dead-letter queue, and is one no longer', () => {
  const config = readConfig({ config: 'wrangler.toml' });
  expect(replayCommand(config, false).slice(0, 6).join(' ')).toBe('queues consumer worker add resets-dead latchkey');
  expect(replayCommand(config, true).join(' ')).toBe('queues consumer worker remove resets-dead latchkey');
});

test('the Worker knows the queue for one of dead letters', () => {
  const [dead = ''] = replayCommand(readConfig({ config: 'wrangler.toml' }), true).slice(4);
  expect(isDeadLetterQueue(dead)).toBe(true);
});

test('without a dead-letter queue it says so', () => {
  expect(() => replayCommand({ name: 'latchkey' }, false)).toThrow('no dead-letter queue');
});
