import { awaitingSchema } from '../awaiting';

export const schema = awaitingSchema('proof', 'Proof');
