import {
  Badge,
  Group,
  Paper,
  Stack,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
  Title,
} from '@mantine/core';
import type { LibraryExam, LibraryVersionRow } from '@/lib/features/library/data';
import { TextLink } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

/** The exams that a course can offer, each with its versions. */
export function LibraryList({
  courseId,
  exams,
}: {
  courseId: string;
  exams: readonly LibraryExam[];
}) {
  return (
    <Stack gap="md">
      {exams.map((exam) => (
        <Paper key={exam.id} withBorder p="md" component="section" aria-label={exam.slug}>
          <Group gap="xs" mb="xs">
            <Title order={3} size="h5">
              {exam.versions[0]?.title ?? exam.slug}
            </Title>
            <Text size="sm" c="dimmed">
              {exam.slug}
            </Text>
            {exam.isServers && <Badge variant="default">of this server</Badge>}
          </Group>
          <TableScrollContainer minWidth={560}>
            <Table verticalSpacing={4} aria-label={`Versions of ${exam.slug}`}>
              <TableThead>
                <TableTr>
                  <TableTh>Version</TableTh>
                  <TableTh>State</TableTh>
                  <TableTh>Stored</TableTh>
                  <TableTh ta="right">Parts</TableTh>
                  <TableTh ta="right">Points</TableTh>
                  <TableTh ta="right">Minutes</TableTh>
                  <TableTh ta="right">Sittings</TableTh>
                </TableTr>
              </TableThead>
              <TableTbody style={{ fontVariantNumeric: 'tabular-nums' }}>
                {exam.versions.map((version) => (
                  <VersionRow key={version.id} courseId={courseId} version={version} />
                ))}
              </TableTbody>
            </Table>
          </TableScrollContainer>
        </Paper>
      ))}
    </Stack>
  );
}

function VersionRow({ courseId, version }: { courseId: string; version: LibraryVersionRow }) {
  return (
    <TableTr>
      <TableTd>
        <TextLink href={`/courses/${courseId}/exams/versions/${version.id}`}>
          Version {version.number}
        </TextLink>
      </TableTd>
      <TableTd>{version.publishedAt ? 'Published' : 'Not published'}</TableTd>
      <TableTd>
        <Time iso={version.createdAt.toISOString()} />
      </TableTd>
      <TableTd ta="right">{version.parts}</TableTd>
      <TableTd ta="right">{version.points}</TableTd>
      <TableTd ta="right">{version.minutes}</TableTd>
      <TableTd ta="right">{version.sittings}</TableTd>
    </TableTr>
  );
}
