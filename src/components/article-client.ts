/** What a script adds to an article: all answers at once, the address of the open question, copying and sharing. */
const questions = [...document.querySelectorAll<HTMLDetailsElement>('.question')];
const shareLinks = [...document.querySelectorAll<HTMLAnchorElement>('.share a')];
const articleAddresses = shareLinks.map(({ href }) => href);

function offerOpenAll(): void {
  const button = document.querySelector<HTMLTemplateElement>('#open-all')?.content.querySelector('button');
  if (!button) return;
  const words = [button.textContent, button.value];
  const areAllOpen = () => questions.every(({ open }) => open);
  button.onclick = () => {
    const open = !areAllOpen();
    for (const question of questions) question.open = open;
  };
  for (const question of questions) {
    question.ontoggle = () => {
      button.textContent = words[+areAllOpen()] as string;
    };
  }
  questions[0]?.insertAdjacentElement('beforebegin', button);
}

/** Unfolds what the address names, for browsers that do not. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  const question = target?.closest('details');
  if (question && !question.open) {
    question.open = true;
    target?.scrollIntoView();
  }
  nameInShareLinks();
}

/** Shares the part of the article that the address names. */
function nameInShareLinks(): void {
  const place = document.querySelector(`article ${location.hash || 'x'}`) ? location.hash : '';
  shareLinks.forEach((link, index) => {
    link.href = articleAddresses[index] + ('copy' in link.dataset ? place : encodeURIComponent(place));
  });
}

/** Puts a question that is about to open into the address. */
function nameQuestion(question: HTMLDetailsElement): void {
  if (question.open) return;
  history.replaceState(null, '', `#${question.lastElementChild?.id}`);
  nameInShareLinks();
}

async function copy(url: string): Promise<void> {
  const toast = document.querySelector('.toast') as HTMLOutputElement;
  await navigator.clipboard.writeText(url);
  toast.value = toast.dataset.text as string;
  setTimeout(() => {
    toast.value = '';
  }, 3000);
}

function offerSystemShare(): void {
  const button = document.querySelector<HTMLButtonElement>('.share button');
  if (!button || !navigator.share) return;
  button.hidden = false;
  button.onclick = () => navigator.share({ title: document.title, url: shareLinks[0]?.href });
}

addEventListener('click', (event) => {
  const element = event.target as HTMLElement;
  const link = element.closest<HTMLAnchorElement>('[data-copy]');
  const question = element.closest('summary')?.parentElement;
  if (question?.className === 'question') nameQuestion(question as HTMLDetailsElement);
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  void copy(link.href);
});
addEventListener('beforeprint', () => {
  for (const question of questions) question.open = true;
});
addEventListener('hashchange', openTarget);
offerOpenAll();
offerSystemShare();
openTarget();
