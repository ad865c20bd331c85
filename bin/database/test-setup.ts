import type { TestProject } from 'vitest/node';
import { migrate } from './migrate';
import { newSecret } from './secrets';
import { openThrowawayDatabase } from './throwaway';

/** One migrated database for all integration tests; each file makes its own people and courses. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await openThrowawayDatabase('integration');
  await migrate(database.url);
  project.provide('environment', {
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    NEXTAUTH_SECRET: newSecret(),
    RECEIPT_KEY: newSecret(),
    LOG_LEVEL: 'silent',
  });
  return database.remove;
}

declare module 'vitest' {
  interface ProvidedContext {
    environment: Record<string, string>;
  }
}
