import { Breadcrumbs, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CoursePages } from '@/lib/features/courses/components/course-pages';
import { courseHeading } from '@/lib/features/courses/data';
import { taughtCourse } from '@/lib/features/courses/policy';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

/** What stands over every page of a course. Each page asks again who may see it. */
export default async function CourseLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}`);
  const course = allowed(await taughtCourse(person, id));
  const { title } = await courseHeading(course);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Breadcrumbs mb="xs">
        <TextLink href="/courses">Courses</TextLink>
        <span>{title}</span>
      </Breadcrumbs>
      <Title order={1} size="h2" mb="xs">
        {title}
      </Title>
      <CoursePages courseId={id} mayInstruct={course.mayInstruct} />
      {children}
    </PageShell>
  );
}
