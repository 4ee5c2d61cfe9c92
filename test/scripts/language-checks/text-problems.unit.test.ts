import { describe, expect, test } from 'vitest';
import type { Guide } from '../../../scripts/language-checks/guide';
import { englishSentences } from '../../../scripts/language-checks/sentence-problems';
import { findTextProblems } from '../../../scripts/language-checks/text-problems';
import { type Locale, localeInfo } from '../../../src/shared/locales';

const every = { file: 'guide.md', terms: [], exceptions: [], same: [], problems: [] };
const guide: Guide = { ...every, quotes: '“”«»「」„', untranslated: ['Gmail', 'SMS'] };

async function problemsOf(
  locale: Locale,
  text: string,
  english?: string,
  forms = 1,
  englishForms = 1,
): Promise<readonly string[]> {
  const passage = { file: 'f', place: 'p', text, english, forms, englishForms };
  const problems = await findTextProblems([passage], guide, localeInfo(locale), englishSentences([english ?? '']));
  return problems.map((problem) => problem.replace('f: p ', ''));
}

describe('a text that is written as its language is has no problem', () => {
  test.each<[Locale, string]>([
    ['ar', 'اكتب الرمز 605، ثم افتح «الرابط». هل وصل؟ ⁦+20 100 123 4567⁩'],
    ['bn', 'লিঙ্কটি খুলুন। কোড ৫।'],
    ['ckb', 'نیشانە: هێمای تێپەڕ بنووسە، باشە؟'],
    ['el', 'Άνοιξε τον σύνδεσμο. Δεν ήρθε;'],
    ['es', '¿Olvidaste «algo»? ¡Bien! Hola, {name}:'],
    ['fa', 'پیوند را باز کنید؛ کد ۵ رقم دارد. آیا رسید؟'],
    ['fr', 'Vous avez reçu l’e-mail\u202F? Bien\u00A0! Ouvrez «\u00A0ceci\u00A0»\u00A0: https://a.example/?b'],
    ['he', 'פתחו את הקישור. הגיע?'],
    ['hi', 'लिंक खोलें। Gmail में 5 मिनट।'],
    ['ja', 'Gmailを開いて、5分待ってください。「リンク」はありますか？'],
    ['ko', 'SMS를 기다리세요. 5분이 걸리나요?'],
    ['om', "Liinkii bani. Baʼeeraa? Dha’aa 5'."],
    ['ps', 'لینک پرانیزئ، کوډ ۵ ګڼې لري. راغی؟'],
    ['sr', 'Отвори везу. Да ли је стигла?'],
    ['th', 'เปิดลิงก์ใน Gmail แล้วรอ 5 นาที'],
    ['ti', 'ነቲ መላግቦ ክፈቶ። መጺኡዶ፧ እወ፣ መጺኡ። ሰዓት 5:30፦'],
    ['uk', 'Зачекайте пʼять хвилин, за́раз п’ять.'],
    ['ur', 'لنک کھولیں، پھر 5 منٹ انتظار کریں۔ کیا آیا؟'],
    ['zh-Hans', '请打开链接，等待5分钟。“收到了吗？”'],
    ['zh-Hant', '請在這台裝置打開連結，等待5分鐘。「收到了嗎？」'],
  ])('%s', async (locale, text) => {
    expect(await problemsOf(locale, text)).toEqual([]);
  });
});

describe('a text fails', () => {
  test.each<[string, Locale, string, string]>([
    ['in another script', 'ti', 'Open the link', 'writes "Open": translate it'],
    ['in Latin Serbian', 'sr', 'Отвори vezu', 'writes "vezu"'],
    ['with a letter that only looks right', 'ru', 'пaроль', 'mixes scripts within "пaроль" (U+0061)'],
    ['with a foreign letter in a Latin word', 'de', 'Passwоrt', 'mixes scripts within "Passwоrt" (U+043E)'],
    ['with a Latin word among Japanese ones', 'ja', 'linkを開く', 'writes "link"'],
    ['with Arabic letters in Persian', 'fa', 'كد', 'has the letter ك (U+0643): write ک (U+06A9)'],
    ['with an Arabic yeh in Dari', 'fa-AF', 'يک', 'has the letter ي (U+064A): write ی (U+06CC)'],
    ['with Persian letters in Arabic', 'ar', 'گوگل', 'has the letter گ'],
    ['with an Urdu letter in Pashto', 'ps', 'کوڈ', 'has the letter ڈ (U+0688): write ډ (U+0689)'],
    ['with an Arabic heh in Urdu', 'ur', 'وه', 'has the letter ه (U+0647): write ہ (U+06C1)'],
    ['with an Arabic letter in Kurdish', 'ckb', 'ژماره', 'at the end of a syllable: write ە (U+06D5)'],
    ['with a cedilla in Romanian', 'ro', 'aţi', 'has the letter ţ (U+0163): write ț (U+021B)'],
    ['with a Russian letter in Ukrainian', 'uk', 'ссылка', 'has the letter ы'],
    ['with a Russian letter in Serbian', 'sr', 'мой', 'has the letter й'],
    ['with a traditional character', 'zh-Hans', '打開', 'has the traditional character 開: write 开'],
    ['with a simplified character', 'zh-Hant', '打开', 'has the simplified character 开: write 開'],
    ['with other digits than its numbers', 'fa', 'کد 5 رقم', 'has the number 5: this language writes ۵'],
    ['with Arabic digits in Persian', 'fa', 'کد ٤ رقم', 'has the number ٤: this language writes ۴'],
    ['with native digits where Intl writes others', 'hi', 'कोड ५', 'has the number ५: this language writes 5'],
    ['with wide digits', 'ja', '５分', 'has the number ５: this language writes 5'],
    ['with a Latin comma', 'ur', 'لنک, پھر', 'write ،'],
    ['with a Latin question mark', 'ar', 'هل وصل?', 'write ؟'],
    ['with a Latin semicolon', 'ckb', 'باش;', 'write ؛'],
    ['with half-width punctuation', 'zh-Hans', '打开,等待', 'write ，。'],
    ['with half-width parentheses', 'zh-Hant', '連結(新)', 'write （）'],
    ['with a half-width full stop', 'ja', '開きます.', 'write 、。'],
    ['with wide punctuation', 'ko', '기다리세요。', 'write , .'],
    ['with a full stop for a danda', 'hi', 'लिंक खोलें.', 'write ।'],
    ['with a full stop for a danda', 'bn', 'লিঙ্ক খুলুন.', 'write ।'],
    ['with a Latin full stop', 'ti', 'ነቲ መላግቦ ክፈቶ.', 'write ።'],
    ['with a Latin comma', 'ti', 'እወ, መጺኡ', 'write ፣'],
    ['with a Latin question mark', 'ti', 'መጺኡዶ?', 'write ፧'],
    ['with a Latin question mark after a name', 'ti', 'Gmail?', 'write ፧'],
    ['with a Latin colon', 'ti', 'ከምዚ: ጽሓፉ', 'write ፦'],
    ['with a Latin full stop', 'ur', 'لنک کھولیں.', 'write ۔'],
    ['with a Latin full stop after a name', 'ur', 'لنک Gmail. کھولیں', 'write ۔'],
    ['with an Arabic question mark', 'he', 'הגיע؟', 'only Arabic letters go with'],
    ['with an Arabic comma', 'tr', 'Evet، geldi', 'only Arabic letters go with'],
    ['with a straight apostrophe', 'fr', "l'adresse", "has a typewriter's mark"],
    ['with a straight apostrophe after a name', 'tr', "{brand}'da", "has a typewriter's mark"],
    ['with straight quotation marks', 'ru', "Нажмите 'Войти'.", "has a typewriter's mark"],
    ['with an accent for an apostrophe', 'uk', 'п`ять', "has a typewriter's mark"],
    ['with a Latin question mark', 'el', 'Δεν ήρθε?', 'write ;'],
    ['with a full stop', 'th', 'เปิดลิงก์.', 'Thai has a space'],
    ['with a question that does not begin', 'es', 'Olvidaste algo?', 'has a question without ¿'],
    ['with an exclamation that does not begin', 'es', 'Bien!', 'has an exclamation without ¡'],
    ['without the space before a mark', 'fr', 'Bien reçu?', 'lacks the space before'],
    ['with a space that breaks', 'fr', 'Bien reçu ?', 'has a space that may break'],
    ['without the space within quotes', 'fr', '«Bien »', 'lacks the space after «'],
    ['with quotes that its guide does not name', 'de', '"so"', 'has the quotation mark ": the guide names'],
  ])('%s (%s)', async (_, locale, text, problem) => {
    expect((await problemsOf(locale, text)).join('\n')).toContain(problem);
  });

  test('with a sentence that stands in English', async () => {
    const [problem] = await problemsOf('om', 'Bani. Open the link.', 'Press it. Open the link.');
    expect(problem).toBe('still says in English: "Open the link."');
  });

  test.each([
    ['of another passage', 'Bani. Your account is not locked.'],
    ['with other capitals, and without its mark', 'your Account is not locked'],
    ['with another name of the brand', 'Bani. Open {brand} and log in.'],
  ])('with an English sentence %s', async (_, text) => {
    const passage = { file: 'f', place: 'p', text, english: 'Liinkii', forms: 1, englishForms: 1 };
    const known = englishSentences(['Wait.\nYour account is not locked.', 'Open \uFFFC and log in.']);
    const problems = await findTextProblems([passage], guide, localeInfo('om'), known);
    expect(problems).toEqual([expect.stringContaining('f: p still says in English: "')]);
    expect(await findTextProblems([passage], { ...guide, same: ['p'] }, localeInfo('om'), known)).toEqual([]);
  });

  test('when it is much longer or shorter than English', async () => {
    const english = 'Open the newest message that we have sent to you and then press the button in it.';
    expect(await problemsOf('de', 'Kurz.', english)).toEqual([expect.stringContaining('is very short, 5 characters')]);
    expect(await problemsOf('de', 'lang '.repeat(60), english)).toEqual([expect.stringContaining('is very long')]);
    expect(await problemsOf('zh-Hans', '打开我们发给您的最新邮件，然后按其中的按钮。', english)).toEqual([]);
  });

  test('when a short text is out of all proportion', async () => {
    expect(await problemsOf('de', 'Zurück zur Übersicht über alle Artikel der Hilfe', 'Back to all help')).toEqual([]);
    expect(await problemsOf('de', 'lang '.repeat(18), 'Back to all help')).toEqual([
      expect.stringContaining('is very long, 72 characters for 13 of English'),
    ]);
  });

  test('when the whole language never uses its own letters', async () => {
    const problems = await problemsOf('ps', 'او دا کار وکړئ '.repeat(400));
    expect(problems.join('\n')).toContain('ps: the whole text never uses ټ (U+067C)');
    expect(problems.join('\n')).not.toContain('never uses ړ');
  });
});

test('each form of a plural is as long as each of English, not all six as the two', async () => {
  const form = 'لا تستخدم أكثر من {count} حرفًا في هذه الخانة، من فضلك';
  const english = 'Use no more than {count} letter in this field, please, and no less';
  expect(await problemsOf('ar', Array(6).fill(form).join('\n'), `${english}\n${english}`, 6, 2)).toEqual([]);
});

test('the one form that a language has is as long as each of English', async () => {
  const english = 'Use no more than {count} letter in this field, please, and no less';
  const form = 'Chỉ dùng {count} chữ trong ô này';
  expect(await problemsOf('vi', form, `${english}\n${english}`, 1, 2)).toEqual([]);
});

test('a name or two in English is no sentence', async () => {
  expect(await problemsOf('es', 'Cookies', 'Cookies')).toEqual([]);
});

test('nothing is compared with English that has changed since', async () => {
  expect(await problemsOf('de', 'Kurz.')).toEqual([]);
});
