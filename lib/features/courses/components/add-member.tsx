'use client';

import { Alert, Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { addToCourse } from '@/lib/features/courses/actions';
import { newMemberSchema } from '@/lib/features/courses/schema';
import { Dialog } from '@/lib/ui/dialog';
import { say } from '@/lib/ui/say';
import { invite, ROLES } from './member-rows';
import { problemsIn } from './new-course';

const EMPTY = { email: '', givenName: '', familyName: '', studentNumber: '', role: 'STUDENT' };

/** The button that adds one person to a course. */
export function AddMember({ courseId, mailIsSetUp }: { courseId: string; mailIsSetUp: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>Add a person</Button>
      <Dialog opened={opened} onClose={close} title="Add a person">
        <AddMemberForm {...{ courseId, mailIsSetUp }} onDone={close} />
      </Dialog>
    </>
  );
}

interface FormProps {
  courseId: string;
  mailIsSetUp: boolean;
  onDone: () => void;
}

function AddMemberForm(props: FormProps) {
  const { form, submit, busy, problem } = useNewMember(props);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {problem && (
          <Alert color="red" role="alert" title="Not added">
            {problem}
          </Alert>
        )}
        <TextInput
          label="E-mail"
          type="email"
          description="Somebody who is known here by it comes in as they are."
          data-autofocus
          {...form.getInputProps('email')}
        />
        <Group grow align="start">
          <TextInput label="Given name" {...form.getInputProps('givenName')} />
          <TextInput label="Family name" {...form.getInputProps('familyName')} />
        </Group>
        <Group grow align="start">
          <TextInput label="Student number" {...form.getInputProps('studentNumber')} />
          <NativeSelect label="Role" data={ROLES} {...form.getInputProps('role')} />
        </Group>
        <Group>
          <Button type="submit" loading={busy}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What is written into the form, and what becomes of it. */
function useNewMember({ courseId, mailIsSetUp, onDone }: FormProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm({
    initialValues: EMPTY,
    validate: (values) => problemsIn(newMemberSchema.safeParse(values)),
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    setProblem(null);
    const added = await addToCourse(courseId, values).catch(() => null);
    setBusy(false);
    if (!added?.ok) {
      setProblem(added?.error.message ?? 'The server cannot be reached. Nothing was changed.');
      return;
    }
    onDone();
    const { isNew, personId } = added.value;
    const name = [values.givenName, values.familyName].join(' ').trim();
    if (isNew && mailIsSetUp) say(`${name} is in the course; the invitation can be mailed now.`);
    else if (isNew) await invite(courseId, { id: personId, name });
    else say(`${values.email} was known here and is in the course now.`);
  });
  return { form, submit, busy, problem };
}
