import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** The folder that a back-up is: a manifest, one compressed file a table, and the secrets. */
export const MANIFEST = 'manifest.json';
export const SECRETS = 'secrets.json';

const FORMAT = 1;

const tableSchema = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z_]+$/)).min(1),
  rows: z.int().min(0),
  /** Of the file as it lies in the folder. */
  sha256: z.string(),
});
export type TableEntry = z.infer<typeof tableSchema>;

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  /** In an order in which every row finds what it refers to. */
  tables: z.array(tableSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export function newManifest(content: Omit<Manifest, 'format'>): Manifest {
  return { format: FORMAT, ...content };
}

/** The file of a table: PostgreSQL's COPY text format, gzip. */
export function tableFile(folder: string, table: string): string {
  return join(folder, `${table}.copy.gz`);
}

/**
 * Reads a back-up's manifest and checks every file against it, before anything is written anywhere.
 * @throws Error that says what is missing or damaged
 */
export async function openArchive(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new Error(`${folder} is no back-up: it has no ${MANIFEST}.`);
  const manifest = manifestSchema.safeParse(parse(text));
  if (!manifest.success) throw new Error(`${folder}/${MANIFEST} is damaged or of another version.`);
  for (const { name, sha256 } of manifest.data.tables) {
    const hash = await hashFile(tableFile(folder, name)).catch(() => null);
    if (hash === sha256) continue;
    throw new Error(`${tableFile(folder, name)} is ${hash === null ? 'missing' : 'damaged'}.`);
  }
  return manifest.data;
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
