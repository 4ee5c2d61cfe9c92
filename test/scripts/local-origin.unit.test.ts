import { expect, test } from 'vitest';
import { warnOfLocalOrigin } from '../../scripts/local-origin';

test('a build for this machine says which variable to set before a deploy', () => {
  expect(warnOfLocalOrigin('http://localhost:8787')).toMatch(
    /http:\/\/localhost:8787[\s\S]*set SITE_ORIGIN in wrangler\.toml/,
  );
});

test('a build for a public site says nothing', () => {
  expect(warnOfLocalOrigin('https://help.example.com')).toBeUndefined();
});
