import { describe, expect, it } from 'vitest';
import { cutByTable, partsFor, typedWords } from '../../../src/search/query-terms';

describe('the words of a query', () => {
  it('are looked up once each', () => {
    expect(typedWords('Reset, reset RESET it', 'en')).toEqual(['reset', 'it']);
  });

  it('are no more than ten', () => {
    expect(typedWords('a b c d e f g h i j k l', 'en')).toHaveLength(10);
  });
});

describe('the parts of the words that are loaded', () => {
  const parts = ['a', 'con', 'p', 'passx', 'z'];

  it('are those that may hold words with the same two first letters', () => {
    expect(partsFor('delete', { parts, lang: 'en' })).toEqual([1]);
    expect(partsFor('password', { parts, lang: 'en' })).toEqual([2, 3]);
    expect(partsFor('account', { parts, lang: 'en' })).toEqual([0]);
    expect(partsFor('zoo', { parts, lang: 'en' })).toEqual([4]);
  });

  it('are one more where a part begins within them', () => {
    expect(partsFor('cost', { parts, lang: 'en' })).toEqual([0, 1]);
  });

  it('are those of every letter in a language without spaces', () => {
    expect(partsFor('かな', { parts: ['あ', 'さ', 'な', 'ん'], lang: 'ja' })).toEqual([0, 2]);
  });

  it('are none where the manifest holds all words', () => {
    expect(partsFor('code', { parts: [], lang: 'en' })).toEqual([]);
  });
});

describe('a stretch of a language without spaces', () => {
  const table = {
    ろぐいん: '0A',
    ろぐいんぺーじ: '0A',
    でき: '0A',
    ない: '0A',
    を: '0A',
    再: '0A',
    設定: '0A',
  };

  it('is cut into the words that the index has, longest first', () => {
    expect(cutByTable('ろぐいんできない', table)).toEqual(['ろぐいん', 'でき', 'ない']);
    expect(cutByTable('ろぐいんぺーじを再設定', table)).toEqual(['ろぐいんぺーじ', '再', '設定']);
  });

  it('may end in the beginning of a word', () => {
    expect(cutByTable('ろぐ', table)).toEqual(['ろぐ']);
    expect(cutByTable('できろぐい', table)).toEqual(['でき', 'ろぐい']);
  });

  it('leaves out what the index does not know, and lonely kana', () => {
    expect(cutByTable('鍵でき', table)).toEqual(['でき']);
    expect(cutByTable('を', table)).toEqual([]);
  });
});
