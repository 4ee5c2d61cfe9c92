import type { Listed } from '../../../src/lib/shelf';

/** An article as navigation sees it. */
export function listed(key: string, data: Partial<Listed['entry']['data']> = {}, rest: Partial<Listed> = {}): Listed {
  return {
    key,
    topic: key.slice(0, key.indexOf('/')),
    locale: 'en',
    shownLocale: 'en',
    entry: { data: { title: `Title of ${key}`, description: `About ${key}`, related: [], ...data } },
    ...rest,
  };
}
