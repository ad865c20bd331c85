/** Everything that `npm start` does once packages are installed and the client is generated. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Cluster, logFile, openCluster } from '../database/cluster';
import { isFree } from '../database/ports';
import { seconds, step } from '../progress';
import { planBuild } from './build';
import { startSite, startWorker, untilServing } from './children';
import { noteAddress, releaseLock, takeLock } from './lock';
import { openLogFile } from './log-file';
import { type DemoLogins, prepare } from './prepare';
import { noteServing, refuseToReplaceServedPages } from './serving';
import { readSecrets, readSettings, type Settings } from './settings';
import { type Supervised, supervise, superviseDatabase } from './supervise';

const begun = performance.now();
const cleanups: (() => Promise<void>)[] = [];
let stopping: Promise<never> | undefined;

/** Undoes what was started, last first, and ends. Safe to call twice: Ctrl-C often comes twice. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    for (const cleanup of cleanups.reverse()) {
      await cleanup().catch((error: unknown) => console.error(error));
    }
    process.exit(code);
  })();
  return stopping;
}

async function stopByHand(): Promise<never> {
  if (!stopping) console.log('\nStopping');
  return stop(0);
}

// A terminal that was closed cannot be written to; stopping cleanly matters more than saying so.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stopByHand());
// Whoever started us is gone, however that happened.
process.on('disconnect', () => void stopByHand());

try {
  await main(readSettings(process.argv.slice(2)));
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    await stop(1);
  }
}

async function main(settings: Settings): Promise<void> {
  const { folder, dev } = settings;
  await mkdir(folder, { recursive: true });
  await takeLock(folder);
  cleanups.push(() => releaseLock(folder));
  const port = await choosePort(settings);
  const plan = await planBuild();
  if (plan.needed && !dev) await refuseToReplaceServedPages();
  if (!dev) cleanups.push(await noteServing());
  const building = plan.needed && !dev ? step('Building the pages', plan.build) : Promise.resolve();
  // Awaited below; until then a failure must not count as unhandled.
  building.catch(() => undefined);

  const database = settings.databaseUrl === null ? await startDatabase(settings) : null;
  const url = settings.databaseUrl ?? (await database?.database('nabla')) ?? '';
  const secrets = await readSecrets(folder);
  Object.assign(process.env, { ...secrets, DATABASE_URL: url, AUTH_TRUST_HOST: 'true' });
  const { notes, logins } = await step('Preparing the database', () => prepare(url, settings));
  for (const note of notes) console.log(`  ${note}`);
  await building;
  if (stopping) return;

  const logs = join(folder, 'logs');
  const workerLog = openLogFile(folder, 'worker');
  const isStopping = () => stopping !== undefined;
  const worker = supervise(
    'grading worker',
    join(logs, 'worker.log'),
    () => startWorker(process.env, workerLog),
    isStopping,
  );
  cleanups.push(worker.stop);
  const webLog = openLogFile(folder, 'web');
  const site = supervise(
    'web server',
    join(logs, 'web.log'),
    () => startSite(settings, port, process.env, webLog),
    isStopping,
  );
  cleanups.push(site.stop);
  if (database) cleanups.push(keepDatabase(database, settings, [site, worker]));
  const address = `http://localhost:${port}`;
  await untilServing(address);
  await noteAddress(folder, address);
  greet(address, logins, settings);
}

async function startDatabase({ folder }: Settings): Promise<Cluster> {
  const log = (line: string) => console.log(`  ${line}`);
  const cluster = await step('Starting the database', () => openCluster({ folder, log }));
  cleanups.push(() => cluster.stop());
  return cluster;
}

/** Where the server comes back on another port, everybody who uses it has to learn it. */
function keepDatabase(
  cluster: Cluster,
  { folder }: Settings,
  users: readonly Supervised[],
): () => Promise<void> {
  const watched = superviseDatabase(cluster, logFile({ folder }), async () => {
    const again = await openCluster({ folder, log: console.log });
    const url = await again.database('nabla');
    if (url === process.env.DATABASE_URL) return;
    process.env.DATABASE_URL = url;
    for (const user of users) await user.restart();
  });
  return async () => watched.stop();
}

async function choosePort({ port, portIsFixed, host }: Settings): Promise<number> {
  for (let tried = port; tried < port + 20; tried++) {
    if (await isFree(tried, host)) return tried;
    if (portIsFixed) {
      throw new Error(
        `Port ${port} is in use. Set PORT to another one, or stop what listens there.`,
      );
    }
    console.log(`Port ${tried} is in use; trying ${tried + 1}`);
  }
  throw new Error(`Ports ${port} to ${port + 19} are in use. Set PORT to a free one.`);
}

function greet(address: string, logins: DemoLogins | null, { host }: Settings): void {
  const lines = ['', `Nabla is ready at ${address} (${seconds(begun)})`, ''];
  if (logins) {
    lines.push(`Demo people, all with the password ${logins.password}:`);
    lines.push(...logins.people.map(({ email, role }) => `  ${email.padEnd(28)}${role}`));
    lines.push('Anyone who can read this knows the password: this is for trying out only.', '');
  }
  if (host === '127.0.0.1') {
    const first = logins ? ', once `nabla demo lock` took that password away' : '';
    lines.push(`Reachable from this computer only; HOST=0.0.0.0 opens it${first}.`);
  }
  lines.push('Ctrl-C stops everything; all data is kept.', '');
  console.log(lines.join('\n'));
  process.send?.('ready');
}
