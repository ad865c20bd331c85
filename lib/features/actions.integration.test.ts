import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/server/db';
import { ROWS, type Row } from '@/lib/testing/actions/rows';
import {
  CALLERS,
  type Caller,
  cookieValueOf,
  type Stage,
  setStage,
} from '@/lib/testing/actions/stage';
import { sessionCookie } from './people/session';

/**
 * Every server action as everybody. What Next hands to an action of the browser that calls it, its cookies
 * and headers, is what stands in here; the session behind the cookie is a row in the database, and all
 * that decides is the real thing.
 */
const browser = vi.hoisted((): { cookie: string | null } => ({ cookie: null }));

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      browser.cookie !== null && name === sessionCookie() ? { value: browser.cookie } : undefined,
    set: () => undefined,
  }),
  headers: async () => new Headers({ host: 'nabla.example' }),
}));
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }));

/** Where nothing is done: those whom actions refuse all come here. */
let shared: Stage;

beforeAll(async () => {
  // Nothing is sent: that is the worker's.
  process.env.NABLA_SMTP_URL = 'smtp://127.0.0.1:1';
  process.env.NABLA_MAIL_FROM = 'exams@nabla.example';
  process.env.NEXTAUTH_URL = 'http://nabla.example';
  shared = await setStage();
});

const ROOT = join(import.meta.dirname, '..', '..');
const DIRECTIVE = /^\s*['"]use server['"]/m;

/** The files of server actions. */
async function actionFiles(): Promise<string[]> {
  const found: string[] = [];
  for (const folder of ['app', 'lib']) {
    for (const entry of await readdir(join(ROOT, folder), { recursive: true })) {
      const file = join(folder, entry);
      if (!/\.tsx?$/.test(file) || file.includes('prisma-client')) continue;
      if (DIRECTIVE.test(await readFile(join(ROOT, file), 'utf8'))) found.push(file);
    }
  }
  return found.toSorted();
}

type Action = (...args: unknown[]) => Promise<unknown>;

async function actionOf(name: string): Promise<Action> {
  const [file = '', exported = ''] = name.split('#');
  const found: unknown = Reflect.get(await import(`./${file}.ts`), exported);
  if (typeof found !== 'function') throw new Error(`there is no action ${name}`);
  return async (...args) => Reflect.apply(found, undefined, args);
}

const refusalSchema = z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) });

/** What a caller hears: a code where it is refused, `done` otherwise. */
async function heardBy(stage: Stage, caller: Caller, name: string, { args }: Row): Promise<string> {
  const action = await actionOf(name);
  browser.cookie = await cookieValueOf(stage, caller);
  const answer = await action(...args(stage)).catch((error: unknown) => {
    // An action that leads elsewhere is done.
    if (error instanceof Error && error.message === 'NEXT_REDIRECT') return { ok: true };
    throw error;
  });
  const refused = refusalSchema.safeParse(answer);
  return refused.success ? refused.data.error.code : 'done';
}

describe('the matrix of server actions', () => {
  it('lists every action that there is, and none that there is not', async () => {
    const files = await actionFiles();
    // An action within another file would not be seen here.
    expect(files.filter((file) => !/^lib\/features\/\w+\/[\w-]*actions\.ts$/.test(file))).toEqual(
      [],
    );
    const names: string[] = [];
    for (const file of files) {
      const name = file.replace('lib/features/', '').replace('.ts', '');
      for (const exported of Object.keys(await import(`./${name}.ts`)))
        names.push(`${name}#${exported}`);
    }
    expect(Object.keys(ROWS).toSorted()).toEqual(names.toSorted());
  });
});

const refusedBy = (row: Row) => CALLERS.filter((caller) => row.rights[caller] !== 'may');

describe('an action refuses, and changes nothing', () => {
  const refusing = Object.entries(ROWS).filter(([, row]) => refusedBy(row).length > 0);
  it.each(refusing)('%s', async (name, row) => {
    const refused = refusedBy(row);
    const before = await db().auditEvent.count();
    const heard: [Caller, string][] = [];
    for (const caller of refused) heard.push([caller, await heardBy(shared, caller, name, row)]);
    expect(Object.fromEntries(heard)).toEqual(
      Object.fromEntries(refused.map((caller) => [caller, row.rights[caller]])),
    );
    expect(await db().auditEvent.count()).toBe(before);
  });
});

describe('an action is done for who may, by the same words', () => {
  it.each(Object.entries(ROWS))('%s', async (name, row) => {
    const refused = refusedBy(row);
    const allowed = CALLERS.filter((caller) => row.rights[caller] === 'may');
    const stage = await setStage();
    // What everybody may do about themselves all do; of the others the first, as some things are done once.
    const callers = refused.length > 1 ? allowed.slice(0, 1) : allowed;
    for (const caller of callers)
      expect(await heardBy(stage, caller, name, row), caller).toBe(row.hears ?? 'done');
  });
});
