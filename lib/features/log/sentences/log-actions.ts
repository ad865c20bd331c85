import type { AuditAction } from '@/lib/server/audit-actions';
import { OF_ATTEMPTS } from './of-attempts';
import { OF_PEOPLE } from './of-people';
import { OF_SITTINGS } from './of-sittings';
import type { LogAction } from './sentence';

/** How everything that is put on record is told; the compiler asks for what is missing. */
export const LOG_ACTIONS: Readonly<Record<AuditAction, LogAction>> = {
  ...OF_ATTEMPTS,
  ...OF_SITTINGS,
  ...OF_PEOPLE,
};
