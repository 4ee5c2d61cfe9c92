/** What an article's reader can do with a script, loaded at the first touch: naming the open question, copying, sharing. */
const shareLinks = [...document.querySelectorAll<HTMLAnchorElement>('.share a')];
const addresses = shareLinks.map(({ href }) => href);

/** Lets the share links name the part of the article that the page's address names. */
function followAddress(): void {
  const target = document.getElementById(location.hash.slice(1));
  const place = target?.closest('article') ? location.hash : '';
  shareLinks.forEach((link, index) => {
    link.href = addresses[index] + (isCopied(link) ? place : encodeURIComponent(place));
  });
}

function isCopied({ dataset }: HTMLElement): boolean {
  return 'copy' in dataset;
}

/** Puts a question that was opened by hand into the address: sharing and changing the language keep it. */
function nameQuestion({ lastElementChild }: HTMLDetailsElement): void {
  history.replaceState(history.state, '', `#${lastElementChild?.id}`);
  followAddress();
}

async function copy(url: string): Promise<void> {
  await navigator.clipboard.writeText(url);
  const toast = document.querySelector<HTMLOutputElement>('.toast');
  if (!toast) return;
  toast.value = toast.dataset.text ?? '';
  setTimeout(() => {
    toast.value = '';
  }, 4000);
}

function offerSystemShare(): void {
  const item = document.querySelector<HTMLElement>('.share [hidden]');
  if (!item || !navigator.share) return;
  item.hidden = false;
  item.onclick = () => {
    // Whoever closes the menu again has made up their mind: nothing to say.
    navigator.share({ title: document.title, url: shareLinks.find(isCopied)?.href ?? '' }).catch(() => {});
  };
}

function act(event: MouseEvent): void {
  const element = event.target as HTMLElement;
  const question = element.closest('summary')?.closest<HTMLDetailsElement>('.question');
  if (question && !question.open) nameQuestion(question);
  const link = element.closest<HTMLAnchorElement>('[data-copy]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  copy(link.href).catch(() => location.assign(link.href));
}

// While the event is on its way down: article-client.ts, which heard of this click first, leaves it alone then.
addEventListener('click', act, { capture: true });
addEventListener('hashchange', followAddress);

// The touch that loaded this module may have opened a question already.
const opened = document.querySelectorAll<HTMLDetailsElement>('.question[open]');
if (opened.length === 1 && opened[0] && !location.hash) nameQuestion(opened[0]);
followAddress();
offerSystemShare();
