'use client';

import { Alert, Button, PasswordInput, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { changePassword } from '@/lib/features/people/actions';
import { passwordSchema } from '@/lib/features/people/schema';

const EMPTY = { current: '', next: '', again: '' };
const TOGGLE = { visibilityToggleButtonProps: { 'aria-label': 'Show or hide the password' } };

/** Changes one's own password. */
export function PasswordForm() {
  const { form, submit, busy, problem } = usePasswordChange();
  return (
    <form onSubmit={submit} noValidate aria-labelledby="password">
      <Stack gap="sm">
        <Title order={2} size="h4" id="password">
          Password
        </Title>
        {problem && (
          <Alert color="red" role="alert" title="Not changed">
            {problem}
          </Alert>
        )}
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          {...TOGGLE}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label="New password"
          description="At least 10 characters; several words are easy to remember."
          autoComplete="new-password"
          {...TOGGLE}
          {...form.getInputProps('next')}
        />
        <PasswordInput
          label="New password, once more"
          autoComplete="new-password"
          {...TOGGLE}
          {...form.getInputProps('again')}
        />
        <Button type="submit" loading={busy} style={{ alignSelf: 'start' }}>
          Change the password
        </Button>
      </Stack>
    </form>
  );
}

/** What is written in the form, and its way to the server. */
function usePasswordChange() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      current: (value) => (value === '' ? 'Write your current password' : null),
      next: (value) => passwordSchema.safeParse(value).error?.issues[0]?.message ?? null,
      again: (value, { next }) => (value === next ? null : 'These two are not the same'),
    },
  });

  const submit = form.onSubmit(async ({ current, next }) => {
    setBusy(true);
    setProblem(null);
    const changed = await changePassword({ current, next }).catch(() => null);
    setBusy(false);
    if (!changed?.ok) {
      setProblem(changed?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    form.reset();
    notifications.show({ message: 'Your password is changed. All other devices are signed out.' });
  });
  return { form, submit, busy, problem };
}
