import { Paper, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { taughtCourses } from '@/lib/features/courses/data';
import { Account } from '@/lib/features/people/components/account';
import { signedIn } from '@/lib/features/people/require';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Courses' };

export default async function CoursesPage() {
  const person = await signedIn('/courses');
  const courses = await taughtCourses(person);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Title order={1} size="h2" mb="lg">
        Courses
      </Title>
      {courses.length === 0 && (
        <EmptyState title="No courses">
          You teach no course. An admin can enrol you as grader or instructor.
        </EmptyState>
      )}
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
    </PageShell>
  );
}
