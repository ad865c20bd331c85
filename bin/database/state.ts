import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateJson, writePrivateJson } from './secrets';

/** The role that owns everything in an embedded server. */
export const OWNER = 'nabla';

const stateSchema = z.strictObject({ port: z.int(), password: z.string() });

/** What has to be remembered of an embedded server to reach it again. */
export type ClusterState = z.infer<typeof stateSchema>;

export async function readState(folder: string): Promise<ClusterState> {
  const parsed = stateSchema.safeParse(await readPrivateJson(stateFile(folder)));
  if (parsed.success) return parsed.data;
  throw new Error(
    `${stateFile(folder)} is missing or damaged, and with it the password of the database beside it.`,
  );
}

export async function writeState(folder: string, state: ClusterState): Promise<void> {
  await writePrivateJson(stateFile(folder), state);
}

function stateFile(folder: string): string {
  return join(folder, 'postgres.json');
}
