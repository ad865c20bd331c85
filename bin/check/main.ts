/** `npm run check`: what a change has to hold beside its tests. */
import { runChecks } from './steps';

const { failed } = runChecks();
process.exitCode = failed > 0 ? 1 : 0;
