import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brandStyle, styleHash } from '../../../src/lib/brand-style';
import { site } from '../../../src/shared/site';

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b].map(luminance).toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the colours and the address of the site stand in the style', () => {
  const style = brandStyle('https://help.example');
  for (const part of [site.band, site.accent.light, site.accent.dark, '"https://help.example"']) {
    expect(style).toContain(part);
  }
});

test("a style's hash is the one that browsers compute (CSP 3)", async () => {
  expect(await styleHash('p{color:red}')).toBe('sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=');
});

/** The palette of one scheme: custom properties from tokens.css, the brand's own among them. */
function palette(scheme: 'light' | 'dark'): (name: string) => string {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const dark = tokens.indexOf('(prefers-color-scheme: dark)');
  const blocks = [brandStyle(''), tokens.slice(0, dark), ...(scheme === 'dark' ? [tokens.slice(dark)] : [])];
  const values = new Map(
    blocks.flatMap((css) => [...css.matchAll(/(--[\w-]+):\s*([^;}]+)/g)].map((m) => [m[1], m[2]])),
  );
  const resolve = (name: string): string => {
    const value = values.get(name) ?? '';
    const inner = /^var\((.+)\)$/.exec(value)?.[1];
    return inner ? resolve(inner) : value.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  };
  return resolve;
}

describe.each(['light', 'dark'] as const)('in the %s scheme, contrast is enough (WCAG 1.4.3, 1.4.11) for', (scheme) => {
  const colour = palette(scheme);

  test.each([
    ['--text', '--page'],
    ['--text', '--surface'],
    ['--text', '--warm'],
    ['--muted', '--page'],
    ['--muted', '--surface'],
    ['--accent', '--page'],
    ['--accent', '--surface'],
    ['--accent', '--warm'],
    ['--error', '--page'],
    ['--error', '--surface'],
    ['--on-accent', '--accent'],
    ['--on-band', '--band'],
    ['--on-band-muted', '--band'],
  ])('%s on %s', (text, background) => {
    expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['--field-line', '--page'],
    ['--field-line', '--surface'],
    ['--warm-line', '--page'],
    ['--on-band-muted', '--band'],
  ])('the line %s on %s', (line, background) => {
    expect(contrast(colour(line), colour(background))).toBeGreaterThanOrEqual(3);
  });
});
