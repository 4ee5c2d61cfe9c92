/** What scripts add to the form of a topic: a draft, articles for the words typed, and a proof of work. Each waits for the first key. */
import { clearDraft, keepDraft } from './draft';
// Addresses, not an import(): the page pays for them when somebody types.
import proofUrl from './proof-worker?worker&url';
import suggestionsUrl from './suggestions?worker&url';

const form = document.querySelector<HTMLFormElement>('form[data-challenge]');
if (form) enhance(form);

function enhance(form: HTMLFormElement): void {
  keepDraft(form);
  const draft = form.querySelector<HTMLElement>('.draft');
  if (draft) draft.hidden = false;
  draft?.querySelector('button')?.addEventListener('click', () => clearDraft(form));
  form.addEventListener('input', () => prepare(form), { once: true });
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
