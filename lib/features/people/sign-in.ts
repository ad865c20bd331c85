import 'server-only';
import { ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { verifyPassword } from '@/lib/server/password';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import { credentialsOf } from './data';
import { credentialsSchema, emailSchema } from './schema';

/**
 * How many failures 15 minutes bear. There is no limit on an e-mail alone: with one, anybody could
 * lock a student out from elsewhere. An address can be a whole lecture hall behind one router.
 */
const MOST = { pair: 8, address: 1000 };

const REFUSED = 'The e-mail or the password is wrong.';

/** Checks e-mail and password. Says the same, in the same time, whether or not the person exists. */
export async function signInWithPassword(
  credentials: unknown,
  address: string,
): Promise<Result<{ id: string; email: string; name: string }, DomainError>> {
  const parsed = credentialsSchema.safeParse(credentials);
  const email = emailSchema.safeParse(parsed.data?.email);
  if (!parsed.success || !email.success) {
    await verifyPassword(null, '');
    return refusal('INVALID', REFUSED);
  }
  const limits = [
    { key: `pair:${email.data}|${address}`, most: MOST.pair },
    { key: `address:${address}`, most: MOST.address },
  ];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many wrong tries. Wait 15 minutes and try again.');
  }
  const person = await credentialsOf(email.data);
  if (!(await verifyPassword(person?.passwordHash ?? null, parsed.data.password)) || !person) {
    return refusal('INVALID', REFUSED);
  }
  await forgiveTry(limits);
  return ok({ id: person.id, email: person.email, name: person.name });
}
