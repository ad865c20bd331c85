import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { CheckedSource } from '@/lib/features/library/components/checked-source';
import { FindingList } from '@/lib/features/library/components/finding-list';
import { RefreshUntil } from '@/lib/features/library/components/refresh-until';
import { VersionActions } from '@/lib/features/library/components/version-actions';
import { type Draft, draft } from '@/lib/features/library/data';
import { libraryDraft } from '@/lib/features/library/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { LinkButton, TextLink } from '@/lib/ui/link';

export const metadata: Metadata = { title: 'Check of an exam' };

export default async function DraftPage({
  params,
}: {
  params: Promise<{ id: string; draft: string }>;
}) {
  const { id, draft: draftId } = await params;
  const person = await signedIn(`/courses/${id}/exams/drafts/${draftId}`);
  const uploaded = await draft(allowed(await libraryDraft(person, id, draftId)));
  return (
    <Stack gap="md">
      <TextLink href={`/courses/${id}/exams`} size="sm">
        All exams of the course
      </TextLink>
      <Title order={2} size="h4">
        {uploaded.name}
      </Title>
      {uploaded.checkedAt ? (
        <Outcome courseId={id} uploaded={uploaded} />
      ) : (
        <RefreshUntil>The exam is being checked: its tests and references are graded.</RefreshUntil>
      )}
      <FindingList findings={uploaded.findings} />
      <CheckedSource source={uploaded.source} findings={uploaded.findings} />
    </Stack>
  );
}

/** What the check came to, and what can be done now. */
function Outcome({ courseId, uploaded }: { courseId: string; uploaded: Draft }) {
  const { version, ran, findings } = uploaded;
  const count = (severity: string) => findings.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const summary = `${ran} tests and references graded, ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
  return (
    <Alert
      color={errors > 0 ? 'red' : 'green'}
      title={errors > 0 ? 'This exam has errors' : 'This exam can be published'}
    >
      <Text size="sm">
        {summary}
        {errors > 0 && ' Mend them in the file and upload it again.'}
        {version?.publishedAt && ' It is published.'}
      </Text>
      {version && (
        <Group mt="sm">
          <LinkButton variant="default" href={`/courses/${courseId}/exams/versions/${version.id}`}>
            Preview version {version.number}
          </LinkButton>
          <VersionActions
            courseId={courseId}
            versionId={version.id}
            mayPublish={errors === 0 && !version.publishedAt}
          />
        </Group>
      )}
    </Alert>
  );
}
