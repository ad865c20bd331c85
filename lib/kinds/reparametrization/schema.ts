import { awaitingSchema } from '../awaiting';

export const schema = awaitingSchema('reparametrization', 'Reparametrization');
