import { awaitingSchema } from '../awaiting';

export const schema = awaitingSchema('arrows', 'Arrows');
