'use client';

import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { KIND_NAMES, type LogKind, type LogQuery, logQuerySchema } from '@/lib/features/log/schema';
import { addressOf } from '@/lib/ui/table/address-of';

const fields = logQuerySchema.shape;

/** What of a log is shown; the address bar holds it. */
export function LogFilters({
  query,
  kinds,
  sittings,
}: {
  query: LogQuery;
  /** Those that the reader may see. */
  kinds: readonly LogKind[];
  sittings: readonly { id: string; title: string }[];
}) {
  const router = useRouter();
  const path = usePathname();
  const [person, setPerson] = useState(query.person);
  const go = (change: Partial<LogQuery>) => {
    const next = { ...query, person: person.trim(), before: '', ...change };
    router.replace(`${path}${addressOf(next, logQuerySchema.parse({}))}`, { scroll: false });
  };
  const goSoon = useDebouncedCallback((words: string) => go({ person: words.trim() }), 300);
  return (
    <Group align="end" gap="sm">
      <NativeSelect
        label="About"
        value={query.kind}
        data={[
          { value: 'all', label: 'Everything' },
          ...kinds.map((value) => ({ value, label: KIND_NAMES[value] })),
        ]}
        onChange={(event) => go({ kind: fields.kind.parse(event.currentTarget.value) })}
      />
      <TextInput
        label="Person"
        placeholder="Name, number or e-mail"
        value={person}
        onChange={(event) => {
          setPerson(event.currentTarget.value);
          goSoon(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label="Sitting"
        maw={320}
        value={query.sitting}
        data={[
          { value: '', label: 'All, and the course itself' },
          ...sittings.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={(event) => go({ sitting: fields.sitting.parse(event.currentTarget.value) })}
      />
    </Group>
  );
}
