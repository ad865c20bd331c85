import { expect, it } from 'vitest';
import { startZ3 } from './z3';

const UNSAT = '(declare-const x Real)\n(assert (< (* x x) 0))\n(check-sat-using qfnra-nlsat)';

it('answers what was asked, whatever is written to the stack before the solver has read it', async () => {
  const { Z3, evaluate } = await startZ3();
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  for (let round = 0; round < 20; round++) {
    const asked = evaluate(context, `(reset)\n${UNSAT}`);
    // As text it lies on the stack for a moment, where a script lay that was passed in this way.
    Z3.mk_string_symbol(context, '(reset) '.repeat(200));
    expect((await asked).trim()).toBe('unsat');
  }
});
