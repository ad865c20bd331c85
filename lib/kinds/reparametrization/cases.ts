import { awaitingCases } from '../awaiting-cases';

export const golden = awaitingCases({ base: 'uniform', fields: { T: 'u' } });
