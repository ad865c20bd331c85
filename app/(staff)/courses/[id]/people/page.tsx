import { Group } from '@mantine/core';
import type { Metadata } from 'next';
import { AddMember } from '@/lib/features/courses/components/add-member';
import { NewCourseLink, OpenLinks } from '@/lib/features/courses/components/course-links';
import { MemberTable } from '@/lib/features/courses/components/member-table';
import { openLinks } from '@/lib/features/courses/link-data';
import { memberTable } from '@/lib/features/courses/member-data';
import { instructedCourse } from '@/lib/features/courses/policy';
import { memberQuerySchema } from '@/lib/features/courses/schema';
import { MailNotSetUp } from '@/lib/features/mail/components/mail-not-set-up';
import { SendInvitations } from '@/lib/features/mail/components/send-invitations';
import { courseMail } from '@/lib/features/mail/data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { LinkButton } from '@/lib/ui/link';

export const metadata: Metadata = { title: 'People of the course' };

export default async function CoursePeoplePage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/people`);
  const course = allowed(await instructedCourse(person, id));
  const query = memberQuerySchema.parse(await searchParams);
  const [table, links, mail] = await Promise.all([
    memberTable(course, query),
    openLinks(course),
    courseMail(course),
  ]);
  return (
    <>
      <Group gap="sm" mb="md">
        <AddMember courseId={id} mailIsSetUp={mail !== null} />
        <LinkButton variant="default" href={`/courses/${id}/people/import`}>
          Import a roster
        </LinkButton>
        <NewCourseLink courseId={id} />
      </Group>
      <OpenLinks
        courseId={id}
        links={links.map((link) => ({ ...link, expiresAt: link.expiresAt.toISOString() }))}
      />
      {mail && <SendInvitations courseId={id} mail={mail} />}
      {!mail && person.isAdmin && <MailNotSetUp />}
      <MemberTable courseId={id} mailIsSetUp={mail !== null} query={query} {...table} />
    </>
  );
}
