/** `npm start`: from a clean clone to a running Nabla. `--dev` runs Next's development server. */
import { checkNode, ensureInstalled, runProgram } from './install.mjs';

checkNode();
await ensureInstalled();
const { generateClient } = await import('./generate.mjs');
if (generateClient()) console.log('Generated the database client');
runProgram('bin/start/main.ts', process.argv.slice(2));
