import type { Metadata } from 'next';
import { libraryVersion } from '@/lib/features/library/policy';
import { versionPreview } from '@/lib/features/library/version-data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { PaperSheet } from '@/lib/features/sittings/components/paper/paper-sheet';
import { writtenSitting } from '@/lib/features/sittings/data';
import { courseSitting } from '@/lib/features/sittings/policy';

export const metadata: Metadata = { title: 'Paper version' };

/** The exam to print, where the hall has no power or no network. */
export default async function PaperPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/staff/sittings/${id}/paper`);
  const sitting = allowed(await courseSitting(person, id));
  const { courseId, courseTitle, values } = await writtenSitting(sitting);
  const version = allowed(await libraryVersion(person, courseId, values.versionId));
  const { assignments, pictures, points, rules, language } = await versionPreview(version);
  return (
    <PaperSheet
      back={`/staff/sittings/${id}`}
      head={{ title: values.title, courseTitle, minutes: values.minutes, points, rules, language }}
      pictures={pictures}
      assignments={assignments.map(({ parts, ...assignment }) => ({
        ...assignment,
        parts: parts.map(({ id: partId, label, points: worth, kind, prompt, spec }) => ({
          ...{ id: partId, label, points: worth, kind, prompt, spec },
        })),
      }))}
    />
  );
}
