/**
 * Writes `exams/exam.schema.json` from the schemas of the exam file and of all kinds, so that editors
 * complete and check exams. `npm run exam-schema` writes, `npm run check` (with --check) fails where
 * it is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examJsonSchema } from '@/lib/kinds/exams/exam-schema';

const PATH = 'exams/exam.schema.json';
const file = join(import.meta.dirname, '..', PATH);
const text = `${JSON.stringify(examJsonSchema(), null, 2)}\n`;
const isStale = !existsSync(file) || readFileSync(file, 'utf8') !== text;

if (process.argv.includes('--check')) {
  if (isStale) console.error(`${PATH} is stale: npm run exam-schema`);
  process.exitCode = isStale ? 1 : 0;
} else if (isStale) {
  writeFileSync(file, text);
  console.log(`wrote ${PATH}`);
}
