/** `npm test`: unit, integration and browser tests from a clean clone, with one total at the end. */
import { checkNode, ensureInstalled, runProgram } from './install.mjs';

checkNode();
await ensureInstalled();
const { generateClient } = await import('./generate.mjs');
generateClient();
runProgram('bin/test/main.ts', process.argv.slice(2));
