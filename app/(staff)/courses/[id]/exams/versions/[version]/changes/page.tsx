import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { VersionDifferenceView } from '@/lib/features/library/components/version-difference';
import { differenceBetween } from '@/lib/features/library/difference-data';
import { libraryVersion } from '@/lib/features/library/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { TextLink } from '@/lib/ui/link';

export const metadata: Metadata = { title: 'Changes between versions' };

export default async function ChangesPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id, version: versionId } = await params;
  const from = (await searchParams).from;
  const path = `/courses/${id}/exams/versions/${versionId}`;
  const person = await signedIn(path);
  const later = allowed(await libraryVersion(person, id, versionId));
  const earlier = allowed(await libraryVersion(person, id, typeof from === 'string' ? from : ''));
  const difference = await differenceBetween(earlier, later);
  if (!difference) notFound();
  return (
    <Stack gap="lg">
      <TextLink href={path} size="sm">
        Version {difference.to.number}
      </TextLink>
      <Title order={2} size="h3">
        From version {difference.from.number} to version {difference.to.number}
      </Title>
      <VersionDifferenceView difference={difference} />
    </Stack>
  );
}
