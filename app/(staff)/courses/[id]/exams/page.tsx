import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { instructedCourse } from '@/lib/features/courses/policy';
import { DraftList } from '@/lib/features/library/components/draft-list';
import { LibraryList } from '@/lib/features/library/components/library-list';
import { UploadForm } from '@/lib/features/library/components/upload-form';
import { libraryOf, openDrafts } from '@/lib/features/library/data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { EmptyState } from '@/lib/ui/empty-state';

export const metadata: Metadata = { title: 'Exams of the course' };

export default async function ExamsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/exams`);
  const course = allowed(await instructedCourse(person, id));
  const [exams, drafts] = await Promise.all([libraryOf(course), openDrafts(course)]);
  return (
    <Stack gap="lg">
      <UploadForm courseId={id} />
      <DraftList courseId={id} drafts={drafts} />
      <section aria-labelledby="library">
        <Title order={2} size="h4" id="library" mb="xs">
          Library
        </Title>
        {exams.length === 0 ? (
          <EmptyState title="No exams yet">
            Upload the folder of an exam, as a zip file or as it is. It is checked first; what is
            wrong with it is shown at its line.
          </EmptyState>
        ) : (
          <LibraryList courseId={id} exams={exams} />
        )}
      </section>
    </Stack>
  );
}
