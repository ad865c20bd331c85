'use client';

import {
  Alert,
  Button,
  Group,
  List,
  ListItem,
  NativeSelect,
  Pagination,
  Stack,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';
import { readRevision, readRevisions } from '@/lib/features/review/actions';
import type { RevisionsQuery } from '@/lib/features/review/schema';
import { Time } from '@/lib/ui/time';

type Which = RevisionsQuery['which'];
type Page = Extract<Awaited<ReturnType<typeof readRevisions>>, { ok: true }>['value'];

interface Props {
  attemptId: string;
  part: { id: string; kind: string; spec: JsonValue };
  saves: { all: number; late: number; conflict: number };
}

const UNREACHABLE = 'The server cannot be reached. Try again.';

/** The saves of a part, page by page, each with what was saved where somebody asks for it. */
export function RevisionHistory(props: Props) {
  const { page, which, problem, busy, load } = useRevisions(props);
  if (props.saves.all === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing was saved.
      </Text>
    );
  return (
    <Stack gap="sm" align="start">
      {problem && (
        <Alert color="red" role="alert" title="Not shown">
          {problem}
        </Alert>
      )}
      {page === null ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          onClick={() => void load('all', 1)}
        >
          Show saves
        </Button>
      ) : (
        <RevisionPage {...props} page={page} which={which} onLoad={(...to) => void load(...to)} />
      )}
    </Stack>
  );
}

/** The page of saves that was read last. */
function useRevisions({ attemptId, part }: Props) {
  const [which, setWhich] = useState<Which>('all');
  const [page, setPage] = useState<Page | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const load = async (wanted: Which, number: number) => {
    setBusy(true);
    setProblem(null);
    const query: RevisionsQuery = { attemptId, partId: part.id, which: wanted, page: number };
    const read = await readRevisions(query).catch(() => null);
    setBusy(false);
    setWhich(wanted);
    if (read?.ok) setPage(read.value);
    else setProblem(read?.error.message ?? UNREACHABLE);
  };
  return { page, which, problem, busy, load };
}

interface RevisionPageProps extends Props {
  page: Page;
  which: Which;
  onLoad: (which: Which, page: number) => void;
}

function RevisionPage({ attemptId, part, saves, page, which, onLoad }: RevisionPageProps) {
  return (
    <>
      {saves.late + saves.conflict > 0 && (
        <NativeSelect
          label="Which saves"
          value={which}
          data={[
            { value: 'all', label: `All (${saves.all})` },
            { value: 'late', label: `Late (${saves.late})` },
            { value: 'conflict', label: `Of conflicts (${saves.conflict})` },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onLoad(value === 'late' || value === 'conflict' ? value : 'all', 1)
          }
        />
      )}
      <List size="sm" spacing={4} w="100%" aria-label={`Saves of ${part.id}`}>
        {page.rows.map((row) => (
          <ListItem key={row.number}>
            <Revision attemptId={attemptId} part={part} row={row} />
          </ListItem>
        ))}
      </List>
      {page.pages > 1 && (
        <Pagination
          size="sm"
          total={page.pages}
          value={page.page}
          onChange={(next) => onLoad(which, next)}
          getControlProps={(control) => ({ 'aria-label': `${control} page of saves` })}
        />
      )}
    </>
  );
}

function Revision({
  attemptId,
  part,
  row: { number, savedAt, current, late, conflict },
}: Pick<Props, 'attemptId' | 'part'> & { row: Page['rows'][number] }) {
  const [saved, setSaved] = useState<{ content: JsonValue; note: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const show = async () => {
    const read = await readRevision({ attemptId, partId: part.id, number }).catch(() => null);
    if (read?.ok) setSaved(read.value);
    setProblem(read?.ok ? null : (read?.error.message ?? UNREACHABLE));
  };
  return (
    <>
      <Group gap="xs">
        <span>
          Revision {number}, <Time iso={savedAt.toISOString()} />
          {current && ' (graded)'}
          {late && ' (late, not graded)'}
          {conflict && ' (other version of a conflict)'}
        </span>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`${saved ? 'Hide' : 'Show'} revision ${number} of ${part.id}`}
          onClick={() => (saved ? setSaved(null) : void show())}
        >
          {saved ? 'Hide' : 'Show'}
        </Button>
      </Group>
      {problem && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
      {saved && (
        <PartAnswer
          kind={part.kind}
          spec={part.spec}
          reference={null}
          content={saved.content}
          note={saved.note}
          checks={[]}
          label={`Revision ${number} of ${part.id}`}
        />
      )}
    </>
  );
}
