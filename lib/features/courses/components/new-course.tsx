'use client';

import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { makeCourse } from '@/lib/features/courses/actions';
import { newCourseSchema, slugOf } from '@/lib/features/courses/schema';
import { Dialog } from '@/lib/ui/dialog';
import { TimeZoneInput } from './time-zone-input';

/** The button that asks for a new course. */
export function NewCourse() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>New course</Button>
      <Dialog opened={opened} onClose={close} title="New course">
        <NewCourseForm />
      </Dialog>
    </>
  );
}

function NewCourseForm() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: { title: '', slug: '', timeZone: 'Europe/Berlin' },
    validate: (values) => problemsIn(newCourseSchema.safeParse(withSlug(values))),
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    const made = await makeCourse(withSlug(values)).catch(() => null);
    if (made?.ok) return router.push(`/courses/${made.value.id}/people`);
    setBusy(false);
    setProblem(made?.error.message ?? 'The server cannot be reached. Nothing was changed.');
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {problem && (
          <Alert color="red" role="alert" title="Not created">
            {problem}
          </Alert>
        )}
        <TextInput label="Title" data-autofocus {...form.getInputProps('title')} />
        <TextInput
          label="Short name"
          description="What the command line calls the course. It stays."
          placeholder={slugOf(form.values.title)}
          {...form.getInputProps('slug')}
        />
        <TimeZoneInput {...form.getInputProps('timeZone')} />
        <Group>
          <Button type="submit" loading={busy}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function withSlug(values: { title: string; slug: string; timeZone: string }) {
  return { ...values, slug: values.slug.trim() || slugOf(values.title) };
}

/** What is wrong with each field, as forms show it. */
export function problemsIn(parsed: {
  error?: { issues: readonly { path: PropertyKey[]; message: string }[] } | undefined;
}): Record<string, string> {
  const issues = parsed.error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message]));
}
