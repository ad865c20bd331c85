import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { instructedCourse } from '@/lib/features/courses/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { accommodationsOf } from '@/lib/features/sittings/accommodation-data';
import { AccommodationForm } from '@/lib/features/sittings/components/accommodation-form';
import { AccommodationTable } from '@/lib/features/sittings/components/accommodation-table';
import { EmptyState } from '@/lib/ui/empty-state';

export const metadata: Metadata = { title: 'Accommodations of the course' };

export default async function AccommodationsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/accommodations`);
  const course = allowed(await instructedCourse(person, id));
  const { people, students, sittings } = await accommodationsOf(course);
  return (
    <Stack gap="lg">
      <AccommodationForm courseId={id} students={students} sittings={sittings} />
      <section aria-labelledby="accommodated">
        <Title order={2} size="h4" id="accommodated" mb="xs">
          Who has more time
        </Title>
        {people.length === 0 ? (
          <EmptyState title="Nobody has more time">
            What you grant here for the course counts in every sitting; a sitting can say otherwise.
          </EmptyState>
        ) : (
          <AccommodationTable courseId={id} people={people} />
        )}
      </section>
    </Stack>
  );
}
