/** Shows the question about optional data to whoever has not answered it, and does what was agreed to. */
import { readConsent } from '../shared/consent-cookie';

const banner = document.querySelector<HTMLElement>('.consent');
const { globalPrivacyControl } = navigator as { readonly globalPrivacyControl?: boolean };

if (banner && !globalPrivacyControl && navigator.doNotTrack !== '1') {
  const { asked = '', sheet = '', measurement } = banner.dataset;
  const answers: Readonly<Record<string, boolean | undefined>> = readConsent(document.cookie);
  if (asked.split(' ').some((purpose) => answers[purpose] === undefined))
    add('link', { rel: 'stylesheet', href: sheet });
  if (measurement && answers.measurement) add('script', { async: '', src: measurement });
}

function add(name: string, attributes: Readonly<Record<string, string>>): void {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  document.head.appendChild(element);
}
