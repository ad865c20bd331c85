/**
 * Prisma's schema engine as WebAssembly from npm: what the stock command line would download.
 * It drafts migrations and proves that they agree with schema.prisma; it never applies any.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool, type QueryConfig } from 'pg';

const SCHEMA = join(import.meta.dirname, '..', '..', 'prisma', 'schema.prisma');

const FILTERS = { externalTables: [], externalEnums: [] };

/**
 * What would have to be done to the database for it to be as schema.prisma says.
 * @param url a database that has all migrations
 * @returns SQL; empty where the two agree
 */
export async function differenceToSchema(url: string): Promise<string> {
  await loadEngine();
  const schema = { path: SCHEMA, content: await readFile(SCHEMA, 'utf8') };
  const pool = new Pool({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool));
  const session = await engine.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => undefined,
    factory,
  );
  try {
    const { stdout } = await session.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: join(SCHEMA, '..') },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    session.free();
    await pool.end();
  }
}

const INTERNAL_CHAR = 18;
const INTERNAL_CHAR_ARRAY = 1002;

/**
 * The adapter does not know PostgreSQL's internal one-letter type, which only the catalogue uses
 * and which the engine reads. It does know arrays of it: columns of the type pass under that name
 * and are called by their own on the other side.
 */
function catalogAdapter(pool: Pool): PrismaPg {
  const query = pool.query.bind(pool);
  const renamed = Object.assign(pool, {
    query: async (config: QueryConfig) => {
      const result = await query(config);
      for (const field of result.fields ?? []) {
        if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = INTERNAL_CHAR_ARRAY;
      }
      return result;
    },
  });
  const factory = new PrismaPg(renamed);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        queryRaw: async (query: SqlQuery) => {
          const result = await queryRaw(query);
          const { Character, CharacterArray } = ColumnTypeEnum;
          const columnTypes = result.columnTypes.map((type) =>
            type === CharacterArray ? Character : type,
          );
          return { ...result, columnTypes };
        },
      });
    },
  });
}

let loaded: Promise<void> | undefined;

function loadEngine(): Promise<void> {
  loaded ??= instantiate();
  return loaded;
}

async function instantiate(): Promise<void> {
  // Where the engine leaves its last words; without it a panic hides its reason.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engine });
  const { exports } = instance;
  engine.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
}
