/** The faces of e-mails, the same as the pages' (src/styles/tokens.css): each script by what devices have for it. */
import { type Locale, localeInfo } from '../../src/shared/locales';

export interface Face {
  /** A value of `font-family`. It stands in an attribute between double quotes. */
  readonly family: string;
  /** Of running text, without a unit. */
  readonly lineHeight: number;
}

const plain: Face = {
  family: "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif",
  lineHeight: 1.6,
};

const byScript: Readonly<Record<string, Face>> = {
  Arab: {
    family: "'SF Arabic','Segoe UI','Noto Sans Arabic','Noto Naskh Arabic',Tahoma,sans-serif",
    lineHeight: 1.8,
  },
  Hebr: { family: "'SF Hebrew','Segoe UI','Noto Sans Hebrew',Arial,sans-serif", lineHeight: 1.6 },
  Jpan: {
    family: "'Hiragino Sans','Yu Gothic UI',Meiryo,'Noto Sans JP','Noto Sans CJK JP',sans-serif",
    lineHeight: 1.8,
  },
  Kore: {
    family: "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif",
    lineHeight: 1.75,
  },
  Hans: {
    family: "'PingFang SC','Microsoft YaHei UI','Noto Sans SC','Noto Sans CJK SC',sans-serif",
    lineHeight: 1.8,
  },
  Hant: {
    family: "'PingFang TC','Microsoft JhengHei UI','Noto Sans TC','Noto Sans CJK TC',sans-serif",
    lineHeight: 1.8,
  },
  Thai: { family: "Thonburi,'Leelawadee UI','Noto Sans Thai',sans-serif", lineHeight: 1.85 },
  Deva: { family: "'Kohinoor Devanagari','Nirmala UI','Noto Sans Devanagari',sans-serif", lineHeight: 1.8 },
  Beng: { family: "'Kohinoor Bangla','Nirmala UI','Noto Sans Bengali',sans-serif", lineHeight: 1.8 },
  Knda: { family: "'Noto Sans Kannada','Kannada Sangam MN','Nirmala UI',sans-serif", lineHeight: 1.85 },
  Ethi: { family: "Kefa,Ebrima,'Noto Sans Ethiopic',sans-serif", lineHeight: 1.75 },
};

/** Urdu is read in Nastaliq, whose lines hang. */
const urdu: Face = {
  family: "'Noto Nastaliq Urdu','Urdu Typesetting','Noto Naskh Arabic',sans-serif",
  lineHeight: 2.2,
};

/** The face of a language's e-mails. */
export function faceOf(locale: Locale): Face {
  return locale === 'ur' ? urdu : (byScript[localeInfo(locale).script] ?? plain);
}
