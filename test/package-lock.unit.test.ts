/** What `npm ci` installs is the same on every machine, and one copy of what is large. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const paths = Object.keys(packages);

it('the lockfile names no registry, so that any can serve it', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});

it("the lockfile holds every platform's packages, without which npm ci refuses", () => {
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

it.each(['workerd', 'miniflare', 'wrangler', 'vite', 'typescript', 'zod', 'hono'])(
  'there is one copy of %s',
  (name) => {
    expect(paths.filter((path) => path.endsWith(`node_modules/${name}`))).toHaveLength(1);
  },
);
