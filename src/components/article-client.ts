/** What a script adds to an article at once: a button for all answers, and the question of the address. */
// An address, not an import(), as in language-client.ts.
import actionsUrl from './article-actions?worker&url';

const template = document.querySelector<HTMLTemplateElement>('#open-all');
let isOpen = false;

if (template) {
  const button = template.content.firstElementChild as HTMLButtonElement;
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

/** Loads the rest, once. */
const load = () => import(/* @vite-ignore */ actionsUrl);

/** A click that is earlier than the rest is repeated when that is there, and is the link's own where it never comes. */
function repeatWhenLoaded(event: MouseEvent): void {
  const loading = load();
  const link = (event.target as Element).closest<HTMLElement>('[data-copy]');
  if (!link || event.defaultPrevented || !event.isTrusted) return;
  event.preventDefault();
  void loading.finally(() => link.click());
}

addEventListener('pointerdown', load);
addEventListener('click', repeatWhenLoaded);
addEventListener('hashchange', openTarget);
openTarget();
