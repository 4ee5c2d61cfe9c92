/** Links that hand an article to somebody else: plain ones, without anybody's script. */

export interface ShareTarget {
  readonly name: string;
  /** Ends with the shared address, so that a question's id can be added to it. */
  readonly url: string;
}

/**
 * The services an article can be shared through.
 *
 * @param url The address without a language: whoever opens it reads it in their own.
 * @param mailName What the reader's language calls e-mail.
 */
export function shareTargets(url: string, title: string, mailName: string): readonly ShareTarget[] {
  const link = encodeURIComponent(url);
  const text = encodeURIComponent(title);
  return [
    { name: 'WhatsApp', url: `https://wa.me/?text=${text}%20${link}` },
    { name: 'Telegram', url: `https://t.me/share/url?text=${text}&url=${link}` },
    { name: 'X', url: `https://x.com/intent/post?text=${text}&url=${link}` },
    { name: mailName, url: `mailto:?subject=${text}&body=${link}` },
  ];
}
