import { describe, expect, it } from 'vitest';
import { MOMENTUM_SYMBOLS, tableOf } from '@/lib/math/testing/tables';
import { readClaim } from './read-claim';

const table = tableOf(MOMENTUM_SYMBOLS);

describe('hostile lines', () => {
  it.each([
    '\\text{'.repeat(300),
    '('.repeat(1900),
    '\\overset{'.repeat(200),
    'suppose '.repeat(240),
    'if '.repeat(600),
    ' '.repeat(1990),
    '\\forall '.repeat(240),
    'not '.repeat(480),
    'a.'.repeat(900),
    '$'.repeat(1900),
    '\\begin{pmatrix}'.repeat(120),
    'x_t = 0, '.repeat(200),
    'to be '.repeat(300),
    '{\\|'.repeat(600),
    '\\norm{'.repeat(300),
    '- '.repeat(900),
    'ab-'.repeat(600),
  ])('are read or refused, and end: %.20s', (source) => {
    // What took time that grows with more than the length would not end within the test's own.
    expect(typeof readClaim(source, { table }).ok).toBe('boolean');
  });
});
