/** The operator's colours as a stylesheet, and the hash that lets the page's security policy accept it. */
import { site } from '../shared/site';

/**
 * Custom properties of the brand's colours, which `tokens.css` builds on, and of the site's address, which stands before
 * link targets in print.
 */
export function brandStyle(origin: string): string {
  const { band, accent } = site;
  return `:root{--band:${band};--accent-light:${accent.light};--accent-dark:${accent.dark};--origin:"${origin}"}`;
}

/** The source expression of a style for a policy, CSP 3 §2.3.1: `sha256-<base64>`. */
export async function styleHash(css: string): Promise<`sha256-${string}`> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
