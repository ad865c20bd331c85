import { expect, it } from 'vitest';
import { read } from '@/lib/math/reading/read';
import { tableOf } from '@/lib/math/testing/tables';

const table = tableOf(
  ['x_t', 'f_a', 's_k', 'J_w^f', '\\lambda'].map((latex) => ({
    id: latex,
    latex,
    type: { kind: 'scalar' as const, domain: 'real' },
  })),
);

function proposalFor(source: string): string | undefined {
  const reading = read(source, table);
  if (reading.ok) throw new Error(`${source} was read`);
  return reading.error.proposal;
}

it.each([
  ['x_s', 'x_t'],
  ['S_k', 's_k'],
  ['J_f^w', 'J_w^f'],
  ['lamda', '\\lambda'],
  ['g_t', undefined],
  ['x_1', 'x_t'],
  ['q_a', undefined],
])('for %s it proposes %s', (source, proposal) => {
  expect(proposalFor(source)).toBe(proposal);
});
