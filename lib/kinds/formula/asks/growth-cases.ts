import { answer, type Part } from './cases';

const part = (reference: string, cases: Part['cases']): Part => ({
  part: {
    symbols: {
      n: { latex: 'n', domain: '(0, inf)' },
      V: { latex: 'V', domain: '(0, inf)' },
      E: { latex: 'E', domain: '(0, inf)' },
    },
    fields: { y: { label: 'T', asks: 'growth', reference } },
  },
  points: 1,
  cases,
});

const sorting = part('\\Theta(n \\log n)', [
  answer('\\Theta(n \\log n)', 1, 'right'),
  answer('Θ(n ln n)', 1, 'right'),
  answer('T = \\Theta(3 n \\log_2 n + n)', 1, 'right'),
  answer('n log n', 1, 'right'),
  answer('\\Theta(\\log(n!))', 1, 'right'),
  answer('O(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('\\Omega(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('\\Theta(n)', 0, 'wrong', 'does not grow as fast'),
  answer('T(n) \\in \\Theta(n \\log n)', 1, 'right'),
  answer('Θ(n ln n) = O(n log n)', 1, 'right'),
  answer('T(n) = \\Theta(n \\ln n) = \\Theta(n \\log n)', 1, 'right'),
  answer('\\Omega(n \\ln n) = O(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('\\Theta(n \\ln n) = O(n^2)', 0, 'review', 'not the same'),
  answer('\\Theta(n) = O(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('\\Theta(n \\ln n) = o(n \\log n)', 0, 'review', 'not the same'),
  answer('o(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('\\omega(n \\log n)', 0, 'wrong', 'right function inside'),
  answer('T \\in \\Theta(n)', 0, 'wrong', 'does not grow as fast'),
  answer('\\Theta(n^{1.001})', 0, 'wrong', 'grows faster'),
  answer('\\Theta(n \\log n \\log\\log n)', 0, 'wrong', 'grows faster'),
  answer('\\Theta(n (2 + \\sin n))', 0, 'review'),
  answer('\\Theta(k \\log k)', 0, 'review', 'could not be read'),
]);

const upperBound = part('O(n^2)', [
  answer('\\mathcal O(n^2)', 1, 'right'),
  answer('O(n(n-1)/2)', 1, 'right'),
  answer('O(\\binom{n}{2})', 1, 'right'),
  answer('O(\\binom{n}{3})', 0, 'wrong', 'grows faster'),
  answer('\\Theta(n^2)', 1, 'right'),
  answer('O(n^2 \\log n)', 0, 'wrong', 'grows faster'),
  answer('O(2^n)', 0, 'wrong', 'grows faster'),
  answer('\\Omega(n^2)', 0, 'wrong', 'is asked for'),
  answer('o(n^2)', 0, 'review', 'says more'),
  answer('O(n^2 + n) = O(n^2)', 1, 'right'),
]);

const slower = part('o(n^2)', [
  answer('o(n^2)', 1, 'right'),
  answer('T = o(3n^2 + n)', 1, 'right'),
  answer('T in o(n^2)', 1, 'right'),
  answer('O(n^2)', 0, 'wrong', 'right function inside'),
  answer('\\Theta(n^2)', 0, 'wrong', 'right function inside'),
  answer('\\omega(n^2)', 0, 'wrong', 'right function inside'),
  answer('o(n)', 0, 'wrong', 'does not grow as fast'),
]);

const graphs = part('O((V + E) \\log V)', [
  answer('O(V \\log V + E \\log V)', 1, 'right'),
  answer('O(E \\log V + V \\log(V^2))', 1, 'right'),
  answer('O(E \\log V)', 0, 'wrong', 'does not grow as fast'),
  answer('O(V E)', 0, 'wrong'),
  answer('O(V + E)', 0, 'wrong', 'does not grow as fast'),
]);

export const growthParts: readonly Part[] = [sorting, upperBound, slower, graphs];
