/**
 * The first key of the advisory lock that every worker holds for as long as it lives; the second is the
 * hash of its id. Keeps our locks apart from everybody else's.
 */
export const WORKER_LOCK_SPACE = 19_080;
