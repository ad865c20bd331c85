import { Title } from '@mantine/core';
import type { Metadata } from 'next';
import { instructedCourse } from '@/lib/features/courses/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { SittingForm } from '@/lib/features/sittings/components/sitting-form';
import { newValues, versionsOnOffer, writtenSitting } from '@/lib/features/sittings/data';
import { sittingOfCourse } from '@/lib/features/sittings/policy';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';

export const metadata: Metadata = { title: 'New sitting' };

/** A new sitting; `?from=` names the sitting of the course that it begins as a copy of. */
export default async function NewSittingPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const { from } = await searchParams;
  const person = await signedIn(`/courses/${id}/sittings/new`);
  const course = allowed(await instructedCourse(person, id));
  const versions = await versionsOnOffer(course);
  const original =
    typeof from === 'string'
      ? await writtenSitting(allowed(await sittingOfCourse(course, from)))
      : null;
  const initial = await newValues(course, { versions, original: original?.values ?? null });
  return (
    <section aria-labelledby="new-sitting">
      <Title order={2} size="h4" id="new-sitting" mb="md">
        {original ? `New sitting, as a copy of “${original.values.title}”` : 'New sitting'}
      </Title>
      {initial ? (
        <SittingForm
          scope={{ courseId: id }}
          initial={initial}
          versions={versions}
          isBegun={false}
        />
      ) : (
        <EmptyState title="No exam can be sat yet">
          <TextLink href={`/courses/${id}/exams`}>Upload an exam and publish it</TextLink> first.
        </EmptyState>
      )}
    </section>
  );
}
