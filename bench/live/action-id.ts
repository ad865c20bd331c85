import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const SITE = process.env.NABLA_E2E_SITE ?? '.';

const actionsSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
});

/** What the built pages call a server action. */
export async function actionId(file: string, name: string): Promise<string> {
  const manifest = join(SITE, '.next/server/server-reference-manifest.json');
  const { node } = actionsSchema.parse(JSON.parse(await readFile(manifest, 'utf8')));
  const [action] = Object.entries(node).flatMap(([id, { exportedName, filename }]) =>
    exportedName === name && filename.endsWith(file) ? [id] : [],
  );
  if (!action) throw new Error(`no action ${name} in ${file}`);
  return action;
}
