import { Text } from '@mantine/core';
import { TextLink } from '@/lib/ui/link';

/** What to do next in a course in which nothing waits. */
export function NothingWaits({
  courseId,
  next,
}: {
  courseId: string;
  next: 'exam' | 'people' | 'sitting' | 'rest';
}) {
  return (
    <Text size="sm" c="dimmed">
      {next === 'rest' && 'Nothing waits for you. Enjoy the quiet.'}
      {next === 'exam' && (
        <>
          The course has no exam yet:{' '}
          <TextLink href={`/courses/${courseId}/exams`} underline="always">
            upload one
          </TextLink>
          .
        </>
      )}
      {next === 'people' && (
        <>
          Nobody is in the course yet:{' '}
          <TextLink href={`/courses/${courseId}/people`} underline="always">
            bring in its people
          </TextLink>
          .
        </>
      )}
      {next === 'sitting' && (
        <>
          People and an exam are there:{' '}
          <TextLink href={`/courses/${courseId}/sittings/new`} underline="always">
            offer it for a time
          </TextLink>
          .
        </>
      )}
    </Text>
  );
}
