import { awaitingCases } from '../awaiting-cases';

export const golden = awaitingCases({ steps: [{ claim: 'a < b' }, { claim: 'a < c', from: [1] }] });
