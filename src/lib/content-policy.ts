/** What pages may load and send to (CSP 3): their own site, and what the operator's measurement needs. */
import type { Measurement } from '../shared/site';

/** Directives beside those for scripts and styles, which Astro writes. */
export function policyDirectives(measurement: Measurement | undefined) {
  const measured = measurement ? [originOf(measurement.script), ...measurement.origins].join(' ') : '';
  return [
    "default-src 'self'",
    // The tab's icon is a data: URL.
    `img-src 'self' data: ${measured}`.trimEnd() as `img-src ${string}`,
    ...(measurement ? ([`connect-src 'self' ${measured}`] as const) : []),
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ] as const;
}

/** Where scripts come from. */
export function scriptSources(measurement: Measurement | undefined): string[] {
  return measurement ? ["'self'", originOf(measurement.script)] : ["'self'"];
}

function originOf(url: string): string {
  return new URL(url).origin;
}
