import type { Metadata } from 'next';
import { CourseSettingsForm } from '@/lib/features/courses/components/course-settings';
import { courseSettings } from '@/lib/features/courses/data';
import { instructedCourse } from '@/lib/features/courses/policy';
import { allowed, signedIn } from '@/lib/features/people/require';

export const metadata: Metadata = { title: 'Settings of the course' };

export default async function CourseSettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/settings`);
  const course = allowed(await instructedCourse(person, id));
  const { archivedAt, ...settings } = await courseSettings(course);
  return <CourseSettingsForm course={{ ...settings, archived: archivedAt !== null }} />;
}
