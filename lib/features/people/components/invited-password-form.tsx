'use client';

import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { setInvitedPassword } from '@/lib/features/people/actions';
import { passwordSchema } from '@/lib/features/people/schema';

const TOGGLE = { visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password' } };

/** Sets the password of whoever has the link, and signs them in. */
export function InvitedPasswordForm({ token, email }: { token: string; email: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { password: '', again: '' },
    validate: {
      password: (value) => passwordSchema.safeParse(value).error?.issues[0]?.message ?? null,
      again: (value, { password }) => (value === password ? null : 'These two are not the same'),
    },
  });
  const submit = form.onSubmit(async ({ password }) => {
    setBusy(true);
    setProblem(null);
    const set = await setInvitedPassword({ token, password }).catch(() => null);
    if (!set?.ok) {
      setBusy(false);
      setProblem(set?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    const outcome = await signIn('password', { email, password, redirect: false }).catch(
      () => null,
    );
    // The password is set in any case; where signing in failed the page for it says why.
    window.location.assign(outcome?.ok ? '/' : '/sign-in');
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {problem && (
          <Alert color="red" role="alert" title="Not set">
            {problem}
          </Alert>
        )}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label="New password"
          description="At least 10 characters; several words are easy to remember."
          autoComplete="new-password"
          {...TOGGLE}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label="New password, once more"
          autoComplete="new-password"
          {...TOGGLE}
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={busy}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}
