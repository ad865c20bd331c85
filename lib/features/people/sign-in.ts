import 'server-only';
import { ok, type Result } from '@/lib/math/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { verifyPassword } from '@/lib/server/password';
import { countTry, forgiveTry } from '@/lib/server/rate-limit';
import { credentialsOf } from './data';
import { credentialsSchema, emailSchema } from './schema';

/**
 * How many failures 15 minutes bear. An address can be a whole lecture hall, and an attacker must
 * not be able to lock a student out with a few wrong guesses from elsewhere: the strictest limit is
 * on the two together.
 */
const MOST = { pair: 8, email: 40, address: 300 };

const REFUSED = 'The e-mail or the password is wrong.';

/** Checks e-mail and password. Says the same, in the same time, whether or not the person exists. */
export async function signInWithPassword(
  credentials: unknown,
  address: string,
): Promise<Result<{ id: string; email: string; name: string }, DomainError>> {
  const given = credentialsSchema.safeParse(credentials);
  const email = emailSchema.safeParse(given.data?.email);
  if (!given.success || !email.success) {
    await verifyPassword(null, '');
    return refusal('INVALID', REFUSED);
  }
  const limits = [
    { key: `pair:${email.data}|${address}`, most: MOST.pair },
    { key: `email:${email.data}`, most: MOST.email },
    { key: `address:${address}`, most: MOST.address },
  ];
  if (!(await countTry(limits))) {
    return refusal('TOO_MANY_TRIES', 'Too many tries to sign in. Wait 15 minutes and try again.');
  }
  const person = await credentialsOf(email.data);
  if (!(await verifyPassword(person?.passwordHash ?? null, given.data.password)) || !person) {
    return refusal('INVALID', REFUSED);
  }
  await forgiveTry(limits);
  return ok({ id: person.id, email: person.email, name: person.name });
}
