import { describe, expect, inject, test } from 'vitest';
import { dialectNames, Ledger, loadApi } from '../src/index.ts';

describe('the whole run exercised', () => {
  const ledger = new Ledger().load(inject('ledger'));

  test.each(dialectNames)('every operation and every listed error of %s', (dialect) => {
    expect(ledger.missing(loadApi(dialect))).toEqual([]);
  });
});
