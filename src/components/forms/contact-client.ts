/** What scripts add to a form of support: a draft, and to that of a topic articles for the words typed and a proof of work, at the first key. */
import { clearForm, forgetSent, keepDraft } from './draft';
// Addresses, not an import(): the page pays for them when somebody types.
import proofUrl from './proof-worker?worker&url';
import suggestionsUrl from './suggestions?worker&url';

if (document.querySelector('[data-arrived]')) forgetSent();
const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  keepDraft(form);
  const draft = form.querySelector<HTMLElement>('.draft');
  if (draft) draft.hidden = false;
  draft?.querySelector('button')?.addEventListener('click', () => clearForm(form));
  if (form.dataset.challenge) form.addEventListener('input', () => prepare(form), { once: true });
}

function prepare(form: HTMLFormElement): void {
  void import(/* @vite-ignore */ suggestionsUrl);
  const worker = new Worker(proofUrl, { type: 'module' });
  worker.addEventListener('message', ({ data }) => {
    const proof = form.elements.namedItem('proof') as HTMLInputElement;
    proof.value = data;
    worker.terminate();
  });
  worker.postMessage(form.dataset.challenge);
}
