import 'server-only';

declare const brand: unique symbol;

/**
 * A value that only the holder of a proof can have: `Brand<string, 'AuthorizedAttemptId'>` is made
 * by the policy that checked it, so a query that asks for it cannot be written without the check.
 */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** Marks a value as proven. Called by policies only, after their check. */
export function proven<Name extends string>() {
  return <Value>(value: Value): Brand<Value, Name> => value as Brand<Value, Name>;
}
