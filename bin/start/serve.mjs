/** Runs Next's own command in a process that ends when the one that started it is gone. */
import { createRequire } from 'node:module';

process.on('disconnect', () => process.exit(0));
const require = createRequire(import.meta.url);
require('next/dist/bin/next');
