import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { newSecret, readPrivateJson, writePrivateJson } from '../database/secrets';

export const root = join(import.meta.dirname, '..', '..');

/** How this checkout is run; from the environment and `.env`. */
export interface Settings {
  dev: boolean;
  /** Where the embedded database, secrets and logs lie. */
  folder: string;
  databaseUrl: string | null;
  port: number;
  /** A port that was asked for is not silently replaced by another. */
  portIsFixed: boolean;
  host: string;
  /** Whether an empty database gets a course and people with a known password. */
  demo: boolean;
}

export function readSettings(args: readonly string[]): Settings {
  const file = join(root, '.env');
  // What the shell says counts more than the file.
  if (existsSync(file)) process.loadEnvFile(file);
  const { PORT, HOST, DATABASE_URL, NABLA_DEMO, NABLA_DATA, NEXTAUTH_URL } = process.env;
  const port = z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .safeParse(PORT || 3000);
  if (!port.success) throw new Error(`PORT is "${PORT}"; it must be a number from 1 to 65535.`);
  if (NEXTAUTH_URL && !URL.canParse(NEXTAUTH_URL)) {
    throw new Error(
      `NEXTAUTH_URL is "${NEXTAUTH_URL}"; it must be an address like https://exam.example.org`,
    );
  }
  const demo = NABLA_DEMO ? NABLA_DEMO === '1' : !DATABASE_URL;
  return {
    dev: args.includes('--dev'),
    folder: resolve(root, NABLA_DATA || '.data'),
    databaseUrl: DATABASE_URL || null,
    port: port.data,
    portIsFixed: Boolean(PORT),
    // Known passwords must not be reachable from elsewhere unless somebody wants them to.
    host: HOST || (demo ? '127.0.0.1' : '0.0.0.0'),
    demo,
  };
}

const THIS_COMPUTER = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

/** Whether others can reach the site: it listens to them, or a proxy brings them. */
export function isOpenToOthers({ host }: Pick<Settings, 'host'>): boolean {
  const { NEXTAUTH_URL } = process.env;
  if (!THIS_COMPUTER.test(host)) return true;
  return Boolean(NEXTAUTH_URL) && !THIS_COMPUTER.test(new URL(NEXTAUTH_URL ?? '').hostname);
}

const secretsSchema = z.strictObject({ NEXTAUTH_SECRET: z.string(), RECEIPT_KEY: z.string() });

/** The secrets of this installation: given by the environment, else made once and kept. */
export async function readSecrets(folder: string): Promise<z.infer<typeof secretsSchema>> {
  const file = join(folder, 'secrets.json');
  const stored = secretsSchema.safeParse(await readPrivateJson(file));
  const secrets = stored.success
    ? stored.data
    : { NEXTAUTH_SECRET: newSecret(32), RECEIPT_KEY: newSecret(32) };
  if (!stored.success) await writePrivateJson(file, secrets);
  const { NEXTAUTH_SECRET, RECEIPT_KEY } = process.env;
  return {
    NEXTAUTH_SECRET: NEXTAUTH_SECRET || secrets.NEXTAUTH_SECRET,
    RECEIPT_KEY: RECEIPT_KEY || secrets.RECEIPT_KEY,
  };
}

/**
 * Keeps the secrets of a back-up as this installation's own.
 * @returns the key that its receipts were signed with; null where the back-up has none
 */
export async function writeSecrets(folder: string, restored: unknown): Promise<string | null> {
  const secrets = secretsSchema.safeParse(restored);
  if (!secrets.success) return null;
  await writePrivateJson(join(folder, 'secrets.json'), secrets.data);
  return secrets.data.RECEIPT_KEY;
}
