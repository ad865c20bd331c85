'use client';

import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { makeCourseLink, takeLinkBack } from '@/lib/features/courses/actions';
import { showLink } from '@/lib/ui/copy-link';
import { Dialog } from '@/lib/ui/dialog';
import { orSay, say } from '@/lib/ui/say';
import { Time } from '@/lib/ui/time';
import { ROLES } from './member-rows';

/** The button that makes a link into the course. */
export function NewCourseLink({ courseId }: { courseId: string }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [role, setRole] = useState('STUDENT');
  const [days, setDays] = useState<number | string>(14);
  const make = async () => {
    const made = await orSay(
      makeCourseLink(courseId, { role, days: Number(days) }),
      'No link was made',
    );
    if (!made) return;
    close();
    showLink(
      'Link into the course',
      made.value.path,
      'Whoever is signed in and follows it comes into the course.',
    );
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Make a link
      </Button>
      <Dialog opened={opened} onClose={close} title="Link into the course">
        <Stack gap="sm">
          <Text size="sm">
            It adds whoever is signed in. It makes no accounts: people sign in through the provider,
            or have a password already.
          </Text>
          <Group grow align="start">
            <NativeSelect
              label="They come in as"
              value={role}
              data={ROLES.filter(({ value }) => value !== 'INSTRUCTOR')}
              onChange={(event) => setRole(event.currentTarget.value)}
            />
            <NumberInput label="Open for days" min={1} max={180} value={days} onChange={setDays} />
          </Group>
          <Group>
            <Button onClick={() => void make()}>Make the link</Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}

/** The links that still open the course, each with a way to take it back. */
export function OpenLinks({
  courseId,
  links,
}: {
  courseId: string;
  links: readonly { id: string; role: 'STUDENT' | 'GRADER' | 'INSTRUCTOR'; expiresAt: string }[];
}) {
  const back = async (linkId: string) => {
    if (await orSay(takeLinkBack(courseId, { linkId }), 'Not taken back'))
      say('The link opens nothing any more.');
  };
  if (links.length === 0) return null;
  return (
    <Stack gap={4} mb="md">
      {links.map(({ id, role, expiresAt }) => (
        <Group key={id} gap="xs">
          <Text size="sm">
            A link brings in {role === 'GRADER' ? 'graders' : 'students'} until{' '}
            <Time iso={expiresAt} />
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => void back(id)}>
            Take it back
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
