import { awaitingCases } from '../awaiting-cases';

export const golden = awaitingCases({ steps: ['a = J K', 'd = a M'] });
