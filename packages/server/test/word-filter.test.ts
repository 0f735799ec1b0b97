import { describe, expect, test } from 'vitest';
import { fold } from '../src/domain/moderation/fold.ts';
import { type Word, WordFilter } from '../src/domain/moderation/word-filter.ts';

/** `word` blocks, `word>replacement` is replaced. */
function filterOf(...rules: string[]): WordFilter {
  return new WordFilter(
    rules.map((rule): Word => {
      const [word, replacement = null] = rule.split('>');
      return { word: word!, replacement };
    }),
  );
}

const replaced = (text: string) => ({ text });
const blocked = (word: string) => ({ blockedBy: word });

describe('a text', () => {
  test.each<[title: string, rules: string[], text: string, verdict: object]>([
    ['without a word stays', ['spam>***'], 'span', replaced('span')],
    ['that is empty stays', ['spam>***'], '', replaced('')],
    ['stays where there are no words', [], 'spam', replaced('spam')],
    ['that is a word is replaced', ['spam>***'], 'spam', replaced('***')],
    ['has words replaced at its edges and side by side', ['ab>1', 'cd>2'], 'ab-cdab-cd', replaced('1-21-2')],
    ['has a word replaced inside a longer one', ['ass>***'], 'classic', replaced('cl***ic')],
    ['grows with a longer replacement', ['a>[removed]'], 'banana', replaced('b[removed]n[removed]n[removed]')],
    ['takes a replacement as it is', ['a>$&$1', 'b>a'], 'ab', replaced('$&$1a')],
    ['has Chinese words replaced', ['赌博>**', '彩票>--'], '买彩票和赌博。', replaced('买--和**。')],
    ['has emoji replaced, and others of the same half left', ['😀>:)'], '😀😁😀', replaced(':)😁:)')],
    ['has a word replaced that holds emoji', ['a😀b>x'], '😀a😀b😀', replaced('😀x😀')],
    ['has the longest of the words at a place replaced', ['free>1', 'free money>2', 'free moneybag>3'], 'free money free', replaced('2 1')],
    ['has the first of overlapping words replaced', ['abc>1', 'cde>2', 'e>3'], 'abcde', replaced('1d3')],
    ['has a word replaced after one that nearly fits', ['aab>x'], 'aaab', replaced('ax')],
    ['has the end of a longer word tried again', ['abcd>1', 'bc>2'], 'abce', replaced('a2e')],
    ['is not searched again after replacing', ['a>b', 'b>c'], 'ab', replaced('bc')],
    ['that ends inside a word stays', ['longer word>x'], 'longer wo', replaced('longer wo')],
    ['with a blocking word is blocked', ['spam'], 'eat spam now', blocked('spam')],
    ['is blocked by the first word in it', ['two', 'one'], 'one two', blocked('one')],
    ['is blocked by a word inside one that is replaced', ['classic>x', 'ass'], 'a classic', blocked('ass')],
    ['is blocked by a word that reaches out of one that is replaced', ['abc>x', 'cd'], 'abcd', blocked('cd')],
    ['is blocked by the beginning of a longer word', ['ab', 'abcd>x'], 'abcd', blocked('ab')],
    ['is blocked by a longer word', ['ab>x', 'abcd'], 'abcd', blocked('abcd')],
  ])('%s', (_, rules, text, verdict) => {
    expect(filterOf(...rules).judge(text)).toEqual(verdict);
  });

  test('is searched without regard to case and width', () => {
    const filter = filterOf('Free Money>x');
    for (const text of ['free money', 'FREE MONEY', 'ｆｒｅｅ　ＭＯＮＥＹ', 'frEE　mONey']) {
      expect(filter.judge(`…${text}!`)).toEqual(replaced('…x!'));
    }
    expect(filterOf('ＳＰＡＭ').judge('spam')).toEqual(blocked('ＳＰＡＭ'));
    expect(filterOf('привет>x', 'ΟΔΟΣ>y', 'é>z').judge('ПРИВЕТ οδος οδοσ É')).toEqual(replaced('x y y z'));
  });

  test('keeps its other letters when lower case would lengthen them', () => {
    const filter = filterOf('straße>road', 'istanbul>city', 'x>y');
    expect(filter.judge('İİ straße STRAẞE İSTANBUL ISTANBUL ıstanbul X')).toEqual(replaced('İİ road road city city city y'));
    expect(filter.judge('strasse')).toEqual(replaced('strasse'));
  });

  test('with halves of surrogate pairs keeps them', () => {
    expect(filterOf('a>b', '😀>x').judge('\ud83da\ude00\ud83d')).toEqual(replaced('\ud83db\ude00\ud83d'));
  });
});

test('of words that differ in case only the first holds, unless another blocks', () => {
  expect(filterOf('Spam>1', 'spam>2').judge('SPAM')).toEqual(replaced('1'));
  expect(filterOf('Spam>1', 'spam').judge('SPAM')).toEqual(blocked('spam'));
  expect(filterOf('spam', 'Spam>1').judge('SPAM')).toEqual(blocked('spam'));
});

test('folding keeps the place of every unit', () => {
  for (let code = 0; code < 0x110000; code++) {
    const letter = String.fromCodePoint(code);
    if (fold(letter).length !== letter.length) expect(letter).toBe(`folded to ${fold(letter)}`);
  }
  expect(fold('ΑΣ')).toBe(fold('ΑΣΑ').slice(0, 2));
});

test('finds what comparing every word at every place finds', () => {
  const random = seeded(7);
  const letters = ['a', 'b', 'B', 'Ä', '字', '😀'];
  const text = (length: number) => Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
  for (let round = 0; round < 2000; round++) {
    const words = Array.from({ length: 1 + Math.floor(random() * 8) }, (_, index): Word => {
      return { word: text(1 + Math.floor(random() * 5)), replacement: random() < 0.05 ? null : `<${index}>` };
    });
    const subject = text(Math.floor(random() * 20));
    expect({ words, subject, verdict: new WordFilter(words).judge(subject) }).toEqual({
      words,
      subject,
      verdict: compareAll(words, subject),
    });
  }
});

/** The same by trying every word at every place. */
function compareAll(words: Word[], text: string): object {
  let result = '';
  let done = 0;
  for (let start = 0; start < text.length; start++) {
    const here = words.filter(({ word }) => text.toLowerCase().startsWith(word.toLowerCase(), start));
    const blocking = here.filter(({ replacement }) => replacement === null).sort((a, b) => a.word.length - b.word.length);
    if (blocking[0]) return blocked(expect.stringMatching(new RegExp(`^${blocking[0].word}$`, 'i')) as unknown as string);
    if (start < done) continue;
    const [longest] = here.sort((a, b) => b.word.length - a.word.length);
    result += longest ? longest.replacement : text[start];
    done = start + (longest?.word.length ?? 1);
  }
  return replaced(result);
}

/** The same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
