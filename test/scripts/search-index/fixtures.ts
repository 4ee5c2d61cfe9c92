/** Small articles in four languages, with the properties that search must cope with. */
import type { ArticleEntry } from '../../../src/lib/library';

interface Sketch {
  readonly title: string;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly body: string;
}

/** An article as the collection holds it. @param id `<locale>/<topic>/<article>` */
export function sketchArticle(id: string, { title, description = '', keywords = [], body }: Sketch): ArticleEntry {
  const updated = new Date('2026-11-20');
  const isTranslation = !id.startsWith('en/');
  return {
    id,
    body,
    data: {
      title,
      description,
      keywords: [...keywords],
      updated,
      order: 1,
      related: [],
      ...(isTranslation && { translation: { status: 'reviewed', source: {} } }),
    },
  };
}

export const articles: readonly ArticleEntry[] = [
  sketchArticle('en/logging-in/reset', {
    title: 'Reset your {brand} password',
    keywords: ['forgot password', 'unlock'],
    body: `Use the form of <Brand />. <ResetButton />

<Section id="choose" title="Choose a good password">

Take <Count of="passwordMin" /> characters or more. Companies & people <b>never</b> ask for it.

</Section>

<Section id="link" title="The link has expired">

Links work for <Duration of="link" />. See <Link to="logging-in/code" />, or ask again by e-mail.

</Section>`,
  }),
  sketchArticle('en/logging-in/code', {
    title: 'Use a code',
    keywords: ['verification code'],
    body: `A text message brings the code.

<Question id="wrong-code" title="The code is wrong">

Codes are short. Resend it after resetting the phone. A password is not needed.

</Question>`,
  }),
  sketchArticle('es/logging-in/reset', {
    title: 'Restablece tu contraseña',
    keywords: ['olvidé mi contraseña'],
    body: '<Section id="link" title="El enlace caducó">\n\nPide otro enlace. ¿No llega el código? Espera.\n\n</Section>',
  }),
  sketchArticle('ar/logging-in/reset', {
    title: 'إعادة تعيين كلمة المرور',
    keywords: ['نسيت كلمة السر'],
    body: '<Section id="link" title="الرابط لا يعمل">\n\nإذا لم يعمل الرابط الخاص بحسابك، فاطلب رابطًا جديدًا. والحساب نفسه ليس محظورًا.\n\n</Section>',
  }),
  sketchArticle('ja/logging-in/reset', {
    title: 'パスワードを再設定する方法',
    keywords: ['パスワードを忘れた'],
    body: '<Section id="link" title="ログインできないとき">\n\nメールのリンクを開いて、新しいパスワードを決めてください。\n\n</Section>',
  }),
];
