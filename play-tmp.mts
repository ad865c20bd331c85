import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { gradePart } from '@/lib/kinds/grade-part';
import { schemas } from '@/lib/kinds/registry/schemas';
const exam = parse(readFileSync('exams/deep-learning-ss2022-t1/exam.yaml', 'utf8'));
const parts: any = {};
for (const a of exam.assignments) for (const p of a.parts) if (p.id === '2b' || p.id === '4a') { const { id, label, points, kind, prompt, solution, tests, ...own } = p; parts[id] = { own, points }; }
const split: any = {};
for (const id of ['2b', '4a']) { const { own } = parts[id]; const s: any = schemas.proof.author({ ...own }); if (!s.ok) { console.log(JSON.stringify(s.error)); process.exit(1); } split[id] = s.value; }
const { right, wrong } = await import(process.argv[2]!);
let shown = 0, review = 0, n = 0; const slow: any[] = [];
for (const [want, list] of [['right', right], ['wrong', wrong]] as const) for (const [part, ...lines] of list) {
  const t = performance.now();
  const steps = lines.map((l: any) => (typeof l === 'string' ? { claim: l } : l));
  const g: any = await gradePart({ kind: 'proof', ...split[part], answer: { steps }, note: null, points: parts[part].points, roundTo: 0.25, seed: 'play', earlier: {} });
  const ms = Math.round(performance.now() - t); n++; slow.push([ms, lines[0]]);
  const full = g.ok && g.value.score === parts[part].points;
  if (g.ok && g.value.open > 0) review++;
  if ((want === 'right') !== full || process.argv[3] === 'all') { shown++; console.log(`\n## ${want} ${part}: ${g.ok ? `${g.value.score}/${parts[part].points} open ${g.value.open}` : JSON.stringify(g.error)} ${ms} ms`);
    if (g.ok) { for (const c of g.value.checks) console.log('  ', c.name, c.verdict, c.message.slice(0, 230)); lines.forEach((l: any, i: number) => console.log('     ', i + 1, typeof l === 'string' ? l : JSON.stringify(l))); } }
}
console.log(`${n} played, ${shown} not as wanted, ${review} with review; slowest ${slow.sort((a, b) => b[0] - a[0]).slice(0, 3).map(([a, b]) => a + ' ' + b)}`);
process.exit(0);
