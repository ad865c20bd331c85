import { awaitingSchema } from '../awaiting';

export const schema = awaitingSchema('derivation', 'Derivation');
