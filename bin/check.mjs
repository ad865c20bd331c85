/** `npm run check`: format, lint, import rule, types, registries, schema against migrations. */
import { checkNode, ensureInstalled, runProgram } from './install.mjs';

checkNode();
await ensureInstalled();
const { generateClient } = await import('./generate.mjs');
generateClient();
runProgram('bin/check/main.ts', process.argv.slice(2));
