import { Client } from 'pg';
import { readSecrets, readSettings } from '../start/settings';
import { openCluster } from './cluster';
import { migrate } from './migrate';

/**
 * Runs `use` with the environment of this installation: the server of DATABASE_URL, else the
 * checkout's own, which is adopted where it runs and started for the time being where it does not.
 */
export async function withOurDatabase<Value>(use: () => Promise<Value>): Promise<Value> {
  const { folder, databaseUrl } = readSettings([]);
  const secrets = await readSecrets(folder);
  if (databaseUrl) return runWith(databaseUrl, secrets, use);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const cluster = await openCluster({ folder, log });
  const url = await cluster.database('nabla');
  try {
    return await runWith(url, secrets, use);
  } finally {
    // `npm start` may have adopted it in the meantime; then it is not ours to stop.
    if (cluster.started && !(await isInUse(url))) await cluster.stop();
  }
}

async function runWith<Value>(
  url: string,
  secrets: Record<string, string>,
  use: () => Promise<Value>,
): Promise<Value> {
  await migrate(url);
  Object.assign(process.env, { ...secrets, DATABASE_URL: url });
  return use();
}

async function isInUse(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  await client.end();
  return (rows[0]?.others ?? 0) > 0;
}
