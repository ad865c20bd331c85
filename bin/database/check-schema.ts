/** `npm run check`: proves on a throwaway database that the migrations come to schema.prisma. */
import { migrate } from './migrate';
import { differenceToSchema } from './schema-engine';
import { withThrowawayDatabase } from './throwaway';

const difference = await withThrowawayDatabase('schema', async (url) => {
  await migrate(url);
  return differenceToSchema(url);
});
if (difference) {
  console.error(`The migrations and prisma/schema.prisma differ. Missing:\n\n${difference}`);
  process.exitCode = 1;
} else {
  console.log('The migrations agree with prisma/schema.prisma.');
}
