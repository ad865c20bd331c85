'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookie } from './session';

/** Ends the session on this device. */
export async function signOut(): Promise<void> {
  (await cookies()).delete(sessionCookie());
  redirect('/sign-in');
}
