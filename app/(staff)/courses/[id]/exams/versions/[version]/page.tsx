import { Group, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { VersionActions } from '@/lib/features/library/components/version-actions';
import { VersionPreview } from '@/lib/features/library/components/version-preview';
import { libraryVersion } from '@/lib/features/library/policy';
import {
  type VersionPreview as VersionPreviewData,
  versionPreview,
} from '@/lib/features/library/version-data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { LinkButton, TextLink } from '@/lib/ui/link';
import { Markdown } from '@/lib/ui/markdown';

export const metadata: Metadata = { title: 'Version of an exam' };

export default async function VersionPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string; version: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id, version: versionId } = await params;
  const path = `/courses/${id}/exams/versions/${versionId}`;
  const person = await signedIn(path);
  const version = allowed(await libraryVersion(person, id, versionId));
  const preview = await versionPreview(version);
  const forStaff = (await searchParams).as === 'staff';
  return (
    <Stack gap="lg">
      <TextLink href={`/courses/${id}/exams`} size="sm">
        All exams of the course
      </TextLink>
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h3">
            {preview.title}
          </Title>
          <Text size="sm" c="dimmed">
            {preview.slug}, version {preview.number} · {preview.minutes} minutes · {preview.points}{' '}
            points · {preview.publishedAt ? 'published' : 'not published'}
          </Text>
        </div>
        <VersionActions
          courseId={id}
          versionId={versionId}
          mayPublish={!version.isServers && !preview.publishedAt && !preview.hasErrors}
        />
      </Group>
      <Ways path={path} courseId={id} preview={preview} forStaff={forStaff} />
      <section aria-labelledby="rules">
        <Title order={2} size="h4" id="rules" mb="xs">
          Rules
        </Title>
        <Markdown authored>{preview.rules}</Markdown>
      </section>
      <VersionPreview
        assignments={forStaff ? preview.assignments : preview.assignments.map(withoutKeys)}
        pictures={preview.pictures}
        forStaff={forStaff}
      />
    </Stack>
  );
}

/** As students see it or with references, the check that it came through, and what changed with it. */
function Ways({
  path,
  courseId,
  preview,
  forStaff,
}: {
  path: string;
  courseId: string;
  preview: VersionPreviewData;
  forStaff: boolean;
}) {
  const { draftId, others, number } = preview;
  const previous = others.find((other) => other.number < number);
  return (
    <Group gap="sm" component="nav" aria-label="Ways to see this version">
      <LinkButton size="xs" variant={forStaff ? 'default' : 'filled'} href={path}>
        As students see it
      </LinkButton>
      <LinkButton size="xs" variant={forStaff ? 'filled' : 'default'} href={`${path}?as=staff`}>
        With references
      </LinkButton>
      {draftId && (
        <LinkButton
          size="xs"
          variant="default"
          href={`/courses/${courseId}/exams/drafts/${draftId}`}
        >
          What the check said
        </LinkButton>
      )}
      {previous && (
        <LinkButton size="xs" variant="default" href={`${path}/changes?from=${previous.id}`}>
          Changes since version {previous.number}
        </LinkButton>
      )}
    </Group>
  );
}

/** What a student's browser may hold, so that the preview shows no more by mistake. */
function withoutKeys<Part extends object, Shown extends { parts: Part[] }>(assignment: Shown) {
  return {
    ...assignment,
    parts: assignment.parts.map((part) => ({ ...part, reference: null, solution: '' })),
  };
}
