'use client';

import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { useState } from 'react';

const BUSY = 'The server cannot check that right now. Nothing is lost; try again in a minute.';

/** By the code of a refusal; next-auth has some of its own. */
const MESSAGES: Readonly<Record<string, string>> = {
  INVALID: 'The e-mail or the password is wrong.',
  TOO_MANY_TRIES: 'Too many wrong tries for this e-mail. Wait 15 minutes and try again.',
  EMAIL_NOT_VERIFIED:
    'Your account there has no verified e-mail address. Verify it there, or ask the staff.',
  EMAIL_TAKEN: 'Your e-mail address belongs to another account here. Ask the staff.',
  DEACTIVATED: 'Your account here is deactivated. Ask the staff.',
  OAuthCallback: 'Signing in there was not finished. Try again.',
  OAuthSignin: 'The other server cannot be reached. Try again, or use your password.',
  UNAVAILABLE: BUSY,
};

function messageOf(code: string): string {
  return MESSAGES[code] ?? BUSY;
}

/** E-mail and password; the provider's button where one is configured. */
export function SignInForm({
  next,
  provider,
  problem: earlier,
}: {
  next: string;
  provider: string | null;
  /** The code of a refusal that led back here. */
  problem: string | null;
}) {
  const { form, submit, busy, problem } = useSignIn(next, earlier);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {problem && (
          <Alert color="red" role="alert" title="Not signed in">
            {problem}
          </Alert>
        )}
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          size="md"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={busy}>
          Sign in
        </Button>
        {provider && (
          <>
            <Divider label="or" />
            <Button
              variant="default"
              size="md"
              onClick={() => void signIn('oidc', { callbackUrl: next })}
            >
              Sign in with {provider}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}

/** What is written into the form, and what becomes of it; after it one is led to `next`. */
function useSignIn(next: string, earlier: string | null) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(earlier && messageOf(earlier));
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? 'Write your e-mail address' : null),
      password: (value) => (value === '' ? 'Write your password' : null),
    },
  });

  const submit = form.onSubmit(async ({ email, password }) => {
    setBusy(true);
    setProblem(null);
    const outcome = await signIn('password', { email, password, redirect: false }).catch(
      () => null,
    );
    if (outcome?.ok) {
      router.push(next);
      router.refresh();
      return;
    }
    setBusy(false);
    if (!outcome)
      return setProblem('The server cannot be reached. Check the connection and try again.');
    setProblem(messageOf(outcome.error ?? ''));
  });

  return { form, submit, busy, problem };
}
