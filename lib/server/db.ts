import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './prisma-client/client';

/** A transaction, or the client outside of one. */
export type Database = Prisma.TransactionClient;

const shared: { nablaClient?: PrismaClient } & typeof globalThis = globalThis;

/** The one client of this process; in development it outlives the reloading of modules. */
export function db(): PrismaClient {
  shared.nablaClient ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      application_name: 'nabla',
    }),
    // When a whole room saves at once, waiting a little beats refusing.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return shared.nablaClient;
}
