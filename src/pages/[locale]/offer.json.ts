/** What a page in another language offers to readers of this one; fetched by the few who need it. */
import type { APIRoute } from 'astro';
import { loadTranslate } from '../../shared/catalog';
import { enabledLocales, type Locale, localeToSegment } from '../../shared/locales';

export const getStaticPaths = () =>
  enabledLocales.map(({ code }) => ({ params: { locale: localeToSegment(code) }, props: { locale: code } }));

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) => {
  const t = await loadTranslate(props.locale);
  return Response.json({ text: t('languages.offer'), decline: t('languages.decline') });
};
