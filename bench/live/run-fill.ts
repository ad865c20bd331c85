import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

const filledSchema = z.object({
  sittingId: z.string(),
  attempts: z.array(z.object({ id: z.string(), cookie: z.string() })),
});

/** Fills a sitting of an installation; a program of its own, for it needs the server's modules. */
export async function fillSitting(folder: string, students: string, streams: string) {
  const program = ['--conditions=react-server', '--import', 'tsx', 'bench/live/fill-sitting.ts'];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const { stdout } = await run(process.execPath, [...program, students, streams], {
    env: { ...inherited, NODE_ENV: 'production', NABLA_DATA: folder },
    maxBuffer: 64 * 1024 * 1024,
  });
  return filledSchema.parse(JSON.parse(stdout));
}
