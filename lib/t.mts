import { toLatex } from '@/lib/math/language/latex';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';

const sc = (id: string, latex = id, domain = 'real') => ({
  id,
  latex,
  type: { kind: 'scalar' as const, domain },
});
const m = (id: string, latex: string, r: any, c: any) => ({
  id,
  latex,
  type: { kind: 'matrix' as const, shape: [r, c] as any },
});
const t = symbolTable(
  [
    sc('x'),
    sc('z'),
    sc('y', '\\bar x'),
    m('W', 'W^{(2)}', 'm', 'n'),
    m('d', '\\delta^{(2)}', 'm', 1),
    m('u', 'u', 'n', 1),
    m('v', 'v', 'n', 1),
    m('A', 'A', 'n', 'n'),
  ],
  {},
);
if (!t.ok) throw new Error(JSON.stringify(t.error));
for (const s of process.argv.slice(2)) {
  const r = read(s, t.value);
  console.log(
    s,
    '=>',
    r.ok
      ? toLatex(r.value.tree, t.value) + '   ' + r.value.hints.join(' | ')
      : 'ERR ' + r.error.message + ' ' + r.error.start + '-' + r.error.end,
  );
}
