import { performance } from 'node:perf_hooks';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import { forgetSolved } from '@/lib/kinds/proof/reasoning/solver';
import { authoring } from '@/lib/kinds/registry/authoring';
import { goldenParts } from '@/lib/kinds/registry/golden';
import { kindNames } from '@/lib/kinds/registry/names';

/**
 * Measures grading a whole answer, from content to checks, for the golden answers of every kind,
 * warm, on one core. Prints a table; names of kinds as arguments choose some of them.
 */

const RUNS = 15;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const asked = process.argv.slice(2);
console.log('| kind | answers | median ms | slowest ms | slowest answer |');
console.log('| --- | --- | --- | --- | --- |');
for (const kind of kindNames.filter((name) => asked.length === 0 || asked.includes(name))) {
  const times: { name: string; ms: number }[] = [];
  for (const { part, points, cases } of goldenParts[kind]) {
    const split = authoring[kind].author(part);
    if (!split.ok) throw new Error(`${kind}: ${JSON.stringify(split.error)}`);
    const { spec, key } = split.value;
    for (const { name, answer } of cases) {
      const content = JSON.parse(JSON.stringify(answer));
      const once = async () => {
        const start = performance.now();
        const graded = await gradePart({
          ...{ kind, spec, key, points, answer: content },
          ...{ note: null, roundTo: 0.25, unread: 'review', seed: 'bench', earlier: {} },
        });
        if (!graded.ok) throw new Error(`${kind}, ${name}: ${graded.error.message}`);
        return performance.now() - start;
      };
      for (let run = 0; run < RUNS; run++) await once();
      const measured: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        forgetSolved();
        measured.push(await once());
      }
      times.push({ name, ms: median(measured) });
    }
  }
  const slowest = times.reduce((a, b) => (b.ms > a.ms ? b : a));
  const middle = median(times.map(({ ms }) => ms));
  console.log(
    `| ${kind} | ${times.length} | ${middle.toFixed(2)} | ${slowest.ms.toFixed(1)} | ${slowest.name} |`,
  );
}
