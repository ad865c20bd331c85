'use client';

import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { modals } from '@mantine/modals';
import { useState } from 'react';
import { changeCourse, setArchived } from '@/lib/features/courses/actions';
import { courseChangeSchema } from '@/lib/features/courses/schema';
import { orSay, say } from '@/lib/ui/say';
import { problemsIn } from './new-course';
import { TimeZoneInput } from './time-zone-input';

interface Settings {
  id: string;
  slug: string;
  title: string;
  timeZone: string;
  archived: boolean;
}

/** Title and time zone of a course, and its end. */
export function CourseSettingsForm({ course }: { course: Settings }) {
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { title: course.title, timeZone: course.timeZone },
    validate: (values) => problemsIn(courseChangeSchema.safeParse(values)),
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    if (await orSay(changeCourse(course.id, values), 'Not saved')) say('Saved.');
    setBusy(false);
  });
  return (
    <Stack gap="xl" maw={520}>
      <form onSubmit={submit} noValidate aria-label="Settings">
        <Stack gap="sm">
          <TextInput label="Title" {...form.getInputProps('title')} />
          <TextInput
            label="Short name"
            description="What the command line calls the course. It stays."
            disabled
            value={course.slug}
          />
          <TimeZoneInput {...form.getInputProps('timeZone')} />
          <Group>
            <Button type="submit" loading={busy}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
      <Archive course={course} />
    </Stack>
  );
}

function Archive({ course: { id, archived } }: { course: Settings }) {
  const set = async (next: boolean) => {
    if (await orSay(setArchived(id, { archived: next }), 'Not changed'))
      say(next ? 'The course is archived.' : 'The course is no longer archived.');
  };
  const ask = () =>
    modals.openConfirmModal({
      title: 'Archive this course?',
      centered: true,
      children: (
        <Text size="sm">
          It is listed apart and nobody comes into it any more. Nothing is lost: its people, exams
          and results stay, and it can be taken back.
        </Text>
      ),
      labels: { confirm: 'Archive', cancel: 'Not now' },
      onConfirm: () => void set(true),
    });
  return (
    <Stack component="section" gap="xs" align="start" aria-labelledby="archive">
      <Title order={2} size="h4" id="archive">
        Archive
      </Title>
      <Text size="sm">
        {archived
          ? 'The course is archived: it is listed apart, and nobody comes into it.'
          : 'When the course is over. It is listed apart, and nobody comes into it any more.'}
      </Text>
      <Button variant="default" onClick={archived ? () => void set(false) : ask}>
        {archived ? 'Take it back' : 'Archive the course'}
      </Button>
    </Stack>
  );
}
