import { Box, Breadcrumbs, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { instructedCourse } from '@/lib/features/courses/policy';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { writersOf } from '@/lib/features/sittings/accommodation-data';
import { GiveTimeForm } from '@/lib/features/sittings/components/give-time-form';
import { SittingForm } from '@/lib/features/sittings/components/sitting-form';
import { versionsOnOffer, writtenSitting } from '@/lib/features/sittings/data';
import { courseSitting } from '@/lib/features/sittings/policy';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Edit a sitting' };

export default async function EditSittingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/staff/sittings/${id}/edit`);
  const sitting = allowed(await courseSitting(person, id));
  const [written, versions, writers] = await Promise.all([
    writtenSitting(sitting),
    versionsOnOffer(allowed(await instructedCourse(person, sitting.courseId))),
    writersOf(sitting),
  ]);
  const { courseId, courseTitle, values, isBegun, version } = written;
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Breadcrumbs mb="xs">
        <TextLink href="/courses">Courses</TextLink>
        <TextLink href={`/courses/${courseId}`}>{courseTitle}</TextLink>
        <TextLink href={`/staff/sittings/${id}`}>{values.title}</TextLink>
        <span>Edit</span>
      </Breadcrumbs>
      <Title order={1} size="h2" mb="md">
        Edit {values.title}
      </Title>
      <SittingForm
        scope={{ sittingId: id }}
        initial={values}
        versions={
          versions.some(({ id: known }) => known === version.id) ? versions : [version, ...versions]
        }
        isBegun={isBegun}
      />
      {writers.length > 0 && (
        <Box mt="xl">
          <GiveTimeForm sittingId={id} writers={writers} />
        </Box>
      )}
    </PageShell>
  );
}
