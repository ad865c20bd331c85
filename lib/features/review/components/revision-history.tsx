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
export function RevisionHistory({ attemptId, part, saves }: Props) {
  const { which, shown, problem, busy, load } = useSaves(attemptId, part.id);
  if (saves.all === 0)
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
      {shown === null ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          onClick={() => void load('all', 1)}
        >
          Show saves
        </Button>
      ) : (
        <>
          {saves.late + saves.conflict > 0 && (
            <WhichSaves saves={saves} value={which} onChange={(wanted) => void load(wanted, 1)} />
          )}
          <List size="sm" spacing={4} w="100%" aria-label={`Saves of ${part.id}`}>
            {shown.rows.map((row) => (
              <ListItem key={row.number}>
                <Revision attemptId={attemptId} part={part} row={row} />
              </ListItem>
            ))}
          </List>
          {shown.pages > 1 && (
            <Pagination
              size="sm"
              total={shown.pages}
              value={shown.page}
              onChange={(page) => void load(which, page)}
              getControlProps={(control) => ({ 'aria-label': `${control} page of saves` })}
            />
          )}
        </>
      )}
    </Stack>
  );
}

/** The page of saves that was asked for last. */
function useSaves(attemptId: string, partId: string) {
  const [which, setWhich] = useState<Which>('all');
  const [shown, setShown] = useState<Page | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const load = async (wanted: Which, page: number) => {
    setBusy(true);
    setProblem(null);
    const read = await readRevisions({ attemptId, partId, which: wanted, page }).catch(() => null);
    setBusy(false);
    setWhich(wanted);
    if (read?.ok) setShown(read.value);
    else setProblem(read?.error.message ?? UNREACHABLE);
  };
  return { which, shown, problem, busy, load };
}

function WhichSaves({
  saves,
  value,
  onChange,
}: {
  saves: Props['saves'];
  value: Which;
  onChange: (which: Which) => void;
}) {
  return (
    <NativeSelect
      label="Which saves"
      value={value}
      data={[
        { value: 'all', label: `All (${saves.all})` },
        { value: 'late', label: `Late (${saves.late})` },
        { value: 'conflict', label: `Of conflicts (${saves.conflict})` },
      ]}
      onChange={({ currentTarget: { value: chosen } }) =>
        onChange(chosen === 'late' || chosen === 'conflict' ? chosen : 'all')
      }
    />
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
          {late && (current ? ' (late, accepted)' : ' (late, not graded)')}
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
