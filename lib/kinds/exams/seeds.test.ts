import { kindNames } from '@/lib/kinds/registry/names';
import { describeSeeds } from '@/lib/testing/seed-suite';

// Proofs take as long as all others together, so that they have a file of their own beside this one.
for (const kind of kindNames.filter((name) => name !== 'proof')) describeSeeds(kind);
