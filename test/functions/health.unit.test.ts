import { expect, test, vi } from 'vitest';
import { createHealthCheck, HEALTH_SECONDS } from '../../functions/health';
import { healthRoutes } from '../../functions/routes/health';
import { createFrozenClock } from '../fakes/clock';

function createHealth(store: () => Promise<unknown> = async () => null) {
  const clock = createFrozenClock();
  const probe = vi.fn(store);
  const works = async () => undefined;
  const probes = { store: probe, database: works, 'account-system': works, gate: works, queue: works };
  return { clock, probe, checkHealth: createHealthCheck(probes, clock.now) };
}

test('an answer stands for ten seconds, however often it is asked for', async () => {
  const { clock, probe, checkHealth } = createHealth();
  const routes = healthRoutes({ checkHealth, maySeeHealth: async () => true });
  for (let times = 0; times < 100; times += 1) expect((await routes.request('/')).status).toBe(200);
  expect(probe).toHaveBeenCalledTimes(1);
  clock.advance(HEALTH_SECONDS * 1000);
  await routes.request('/');
  expect(probe).toHaveBeenCalledTimes(2);
});

test('an address that asks too often is told to wait, and no part is asked', async () => {
  const { probe, checkHealth } = createHealth();
  const answer = await healthRoutes({ checkHealth, maySeeHealth: async () => false }).request('/');
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60']);
  expect(probe).not.toHaveBeenCalled();
});

test('a part that does not answer within two seconds is failing, and holds up nothing', async () => {
  vi.useFakeTimers();
  const { checkHealth } = createHealth(() => new Promise(() => {}));
  const checked = checkHealth.check();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await checked).toMatchObject({ isWell: false, parts: { store: 'failing', gate: 'ok' } });
  vi.useRealTimers();
});

test('a failing part tells nothing of why', async () => {
  const { checkHealth } = createHealth(() => Promise.reject(new Error('maria@example.org')));
  const answer = await healthRoutes({ checkHealth, maySeeHealth: async () => true }).request('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain('maria');
});
