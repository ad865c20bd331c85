import { defineConfig } from 'prisma/config';

// Only for the stock Prisma tools (`npx prisma studio`, `prisma migrate deploy`); Nabla itself
// connects through lib/server/db.ts and migrates through bin/database/migrate.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
