import { awaitingSchema } from '../awaiting';

export const schema = awaitingSchema('plan', 'Computation plan');
