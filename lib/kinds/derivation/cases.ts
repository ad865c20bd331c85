import { awaitingCases } from '../awaiting-cases';

export const golden = awaitingCases({ lines: ['\\int_0^1 x\\,dx', '1/2'] });
