import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv';

describe('a line of a CSV file', () => {
  it('is read as it was written, marks and line breaks included', () => {
    const cells = ['a "quote"', 'two\nlines', 'ä, ö', '', 7, -2];
    expect(parse(csvLine(cells))).toEqual([cells.map(String)]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠A1'])(
    'makes no formula of %j',
    (text) => expect(parse(csvLine([text]))).toEqual([[`'${text}`]]),
  );
});
