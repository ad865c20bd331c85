import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { NewCourse } from '@/lib/features/courses/components/new-course';
import { type TaughtCourseSummary, taughtCourses } from '@/lib/features/courses/data';
import { courseMaker } from '@/lib/features/courses/policy';
import { Account } from '@/lib/features/people/components/account';
import { signedIn } from '@/lib/features/people/require';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Courses' };

export default async function CoursesPage() {
  const person = await signedIn('/courses');
  const courses = await taughtCourses(person);
  const running = courses.filter(({ archivedAt }) => archivedAt === null);
  const archived = courses.filter(({ archivedAt }) => archivedAt !== null);
  const mayCreate = courseMaker(person).ok;
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Group justify="space-between" mb="lg">
        <Title order={1} size="h2">
          Courses
        </Title>
        <Group gap="md">
          {person.isAdmin && <TextLink href="/people">People</TextLink>}
          {mayCreate && <NewCourse />}
        </Group>
      </Group>
      {courses.length === 0 && (
        <EmptyState title="No courses">
          {mayCreate
            ? 'Create the first one. Then bring in its people and upload an exam.'
            : 'You teach no course. An admin can enrol you as grader or instructor.'}
        </EmptyState>
      )}
      <CourseList courses={running} />
      {archived.length > 0 && (
        <section aria-labelledby="archived">
          <Title order={2} size="h4" id="archived" mt="xl" mb="sm">
            Archived
          </Title>
          <CourseList courses={archived} />
        </section>
      )}
    </PageShell>
  );
}

function CourseList({ courses }: { courses: readonly TaughtCourseSummary[] }) {
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {courses.map((course) => (
        <Paper key={course.id} component="li" withBorder p="md">
          <TextLink href={`/courses/${course.id}`} fw={600}>
            {course.title}
          </TextLink>
          <Text size="sm" c="dimmed">
            {course.students} {course.students === 1 ? 'student' : 'students'}, {course.sittings}{' '}
            {course.sittings === 1 ? 'sitting' : 'sittings'}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
