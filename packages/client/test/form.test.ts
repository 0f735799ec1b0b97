import { expect, test } from 'vitest';
import { encodeForm } from '../src/form.ts';

test('a list repeats its key', () => {
  expect(encodeForm({ userId: ['a', 'b&c'], minute: 5 })).toBe('userId=a&userId=b%26c&minute=5');
});

test('a list whose encoding says explode: false is joined by commas', () => {
  expect(encodeForm({ userId: ['a', 'b'] }, { userId: { style: 'form', explode: false } })).toBe('userId=a%2Cb');
});

test('a map whose encoding says deepObject has its key in brackets', () => {
  expect(encodeForm({ entry: { '1': 'x', two: 'ü' } }, { entry: { style: 'deepObject', explode: true } })).toBe(
    'entry%5B1%5D=x&entry%5Btwo%5D=%C3%BC',
  );
});

test('undefined and an empty list are left out; false, 0 and an empty text are not', () => {
  expect(encodeForm({ name: undefined, list: [], flag: false, count: 0, text: '' })).toBe('flag=false&count=0&text=');
});
