import { describe, expect, it } from 'vitest';
import { isUnavailable } from './errors';

const withCode = (code: string, message = 'x', cause?: unknown) =>
  Object.assign(new Error(message, { cause }), { code });

describe('a database that is away is told from a fault of ours', () => {
  it.each([
    ['not there', withCode('P1001')],
    ['refusing connections', withCode('ECONNREFUSED')],
    ['shutting down', withCode('57P01')],
    ['starting', withCode('P2010', 'Raw query failed. Code: `57P03`. Message: `starting up`')],
    ['out of space', withCode('P2010', 'Raw query failed. Code: `53100`. Message: `No space`')],
    ['gone in the middle', new Error('Connection terminated unexpectedly')],
    ['gone, further down', new Error('x', { cause: withCode('ECONNRESET') })],
  ])('%s', (_, error) => expect(isUnavailable(error)).toBe(true));

  it.each([
    ['a row that exists', withCode('P2002')],
    ['a query that is wrong', withCode('P2010', 'Raw query failed. Code: `42601`. Message: `x`')],
    ['any other error', new TypeError('x is not a function')],
    ['what is no error', 'P1001'],
  ])('%s is ours', (_, error) => expect(isUnavailable(error)).toBe(false));
});
