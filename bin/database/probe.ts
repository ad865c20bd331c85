import { Client } from 'pg';
import { type ClusterState, OWNER } from './state';

/** The connection string of a database of an embedded server. */
function connectionString({ port, password }: ClusterState, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server that answers on the remembered port is ready and is the one of this data. */
export async function probe(state: ClusterState, data: string): Promise<boolean> {
  const client = new Client({
    connectionString: connectionString(state, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  // A server that is shutting down cuts the connection; that is an answer, not a crash of ours.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Creates a database unless it exists. @returns its connection string */
export async function createDatabase(state: ClusterState, name: string): Promise<string> {
  await ensureDatabase(connectionString(state, 'postgres'), name);
  return connectionString(state, name);
}

/** The same on any server, by the connection string of a database that exists. */
export async function ensureDatabase(admin: string, name: string): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a database name: ${name}`);
  const client = new Client({ connectionString: admin });
  await client.connect();
  try {
    const existing = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (existing.rowCount === 0) await client.query(`CREATE DATABASE ${name}`);
  } catch (error) {
    // Two starters at the same time: the other one was faster.
    if (!(error instanceof Error && 'code' in error && error.code === '42P04')) throw error;
  } finally {
    await client.end();
  }
}
