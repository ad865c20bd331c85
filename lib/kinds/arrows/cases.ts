import { awaitingCases } from '../awaiting-cases';

export const golden = awaitingCases({ points: { a: [0, 0] }, arrows: { a: [1, 1] } });
