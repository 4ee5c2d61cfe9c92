/** What a script adds to an article at once: a button for all answers, and the question of the address. */
// An address, not an import(), as in language-client.ts.
import actionsUrl from './article-actions?worker&url';

const button = document.querySelector<HTMLTemplateElement>('#open-all')?.content.querySelector('button');
let isOpen = false;

if (button) {
  const questions = document.querySelectorAll<HTMLDetailsElement>('.question');
  button.onclick = () => {
    isOpen = !isOpen;
    for (const question of questions) question.open = isOpen;
    [button.textContent, button.value] = [button.value, button.textContent];
  };
  questions[0]?.insertAdjacentElement('beforebegin', button);
}

/** Some browsers unfold what the address names by themselves, others do not. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  const question = target?.closest('details:not([open])');
  if (!question) return;
  (question as HTMLDetailsElement).open = true;
  target?.scrollIntoView();
}

const load = () => import(/* @vite-ignore */ actionsUrl);
addEventListener('pointerdown', load, { once: true });
addEventListener('keydown', load, { once: true });
addEventListener('click', async (event) => {
  const link = (event.target as Element).closest('[data-copy]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  // On a weak line the press comes before what copies.
  await load();
  link.dispatchEvent(new Event('copylink', { bubbles: true }));
});
addEventListener('hashchange', openTarget);
openTarget();
