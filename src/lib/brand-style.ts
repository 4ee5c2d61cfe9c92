/** The operator's colours as a stylesheet, and the hash that lets the page's security policy accept it. */
import { site } from '../shared/site';

/** Custom properties of the brand's colours; `tokens.css` builds on them. */
export const brandStyle = `:root{--band:${site.band};--accent-light:${site.accent.light};--accent-dark:${site.accent.dark}}`;

/** The source expression of a style for a policy, CSP 3 §2.3.1: `sha256-<base64>`. */
export async function styleHash(css: string): Promise<`sha256-${string}`> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
