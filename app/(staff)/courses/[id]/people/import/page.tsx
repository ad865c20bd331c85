import { Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { instructedCourse } from '@/lib/features/courses/policy';
import { SendInvitations } from '@/lib/features/mail/components/send-invitations';
import { courseMail } from '@/lib/features/mail/data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { RosterImport } from '@/lib/features/roster/components/roster-import';
import { TextLink } from '@/lib/ui/link';

export const metadata: Metadata = { title: 'Import a roster' };

export default async function RosterPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/people/import`);
  const course = allowed(await instructedCourse(person, id));
  const mail = await courseMail(course);
  return (
    <Stack gap="md">
      <div>
        <TextLink href={`/courses/${id}/people`} size="sm">
          People of the course
        </TextLink>
        <Title order={2} size="h4">
          Import a roster
        </Title>
        <Text size="sm" c="dimmed" maw={640}>
          A list of participants as Moodle, Canvas or the campus system export it (CSV), at most
          5,000 rows. You see what becomes of each row before anything is written.
        </Text>
      </div>
      <RosterImport courseId={id} />
      {mail && <SendInvitations courseId={id} mail={mail} />}
    </Stack>
  );
}
