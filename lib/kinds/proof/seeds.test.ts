import { describeSeeds } from '@/lib/testing/seed-suite';

describeSeeds('proof');
