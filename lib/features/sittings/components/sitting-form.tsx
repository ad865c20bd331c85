'use client';

import { Alert, Button, Grid, GridCol, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getHotkeyHandler } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { create, edit } from '@/lib/features/sittings/actions';
import type { VersionOnOffer } from '@/lib/features/sittings/data';
import type { Scope, SittingInput } from '@/lib/features/sittings/schema';
import { AccessFields } from './access-fields';
import { inputOf, type SittingValues, valuesOf } from './form-values';
import { SittingPreviewCard } from './sitting-preview';
import { TimesFields } from './times-fields';
import { type FieldProblem, usePreview } from './use-preview';
import { WhatFields } from './what-fields';

/** Makes a sitting of a course, or changes one; says meanwhile what it means. */
export function SittingForm({
  scope,
  initial,
  versions,
  isBegun,
}: {
  scope: Scope;
  initial: SittingInput;
  versions: readonly VersionOnOffer[];
  /** Somebody has begun: exam and mode stay. */
  isBegun: boolean;
}) {
  const form = useForm<SittingValues>({ initialValues: valuesOf(initial) });
  const previewed = usePreview(scope, form.values);
  const { save, busy, problem } = useSaving(scope);
  const isEdit = 'sittingId' in scope;
  const wrong = previewed.kind === 'wrong' ? previewed.problem : null;
  const moved = previewed.kind === 'fits' ? previewed.preview.moved.length : 0;
  const submit = form.onSubmit((values) => {
    // What it does is shown first: nothing is saved that has not been worked out yet.
    if (previewed.kind === 'fits') void save(values);
  });
  return (
    <form
      onSubmit={submit}
      onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}
      noValidate
    >
      <Grid gap="xl">
        <GridCol span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <WhatFields form={form} versions={versions} isBegun={isBegun} wrong={wrong} />
            <TimesFields form={form} isEdit={isEdit} wrong={wrong} />
            <AccessFields form={form} wrong={wrong} />
          </Stack>
        </GridCol>
        <GridCol span={{ base: 12, md: 5 }}>
          <Stack gap="md" style={{ position: 'sticky', top: 'var(--mantine-spacing-md)' }}>
            <SittingPreviewCard previewed={previewed} />
            {problem && (
              <Alert color="red" role="alert" title="Not saved">
                {problem.message}
              </Alert>
            )}
            <Group>
              <Button type="submit" loading={busy} disabled={previewed.kind !== 'fits'}>
                {!isEdit
                  ? 'Make the sitting'
                  : moved > 0
                    ? `Save and move ${moved === 1 ? 'one end' : `${moved} ends`}`
                    : 'Save'}
              </Button>
            </Group>
          </Stack>
        </GridCol>
      </Grid>
    </form>
  );
}

function useSaving(scope: Scope) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const save = async (values: SittingValues) => {
    setBusy(true);
    setProblem(null);
    const sitting = inputOf(values);
    const saved = await ('sittingId' in scope
      ? edit({ ...scope, sitting })
      : create({ ...scope, sitting })
    ).catch(() => null);
    setBusy(false);
    if (!saved?.ok) {
      setProblem(saved?.error ?? { message: 'The server cannot be reached. Nothing was changed.' });
      return;
    }
    const sittingId = 'sittingId' in saved.value ? saved.value.sittingId : null;
    notifications.show({ message: sittingId ? 'The sitting is made.' : 'The sitting is changed.' });
    router.push(`/staff/sittings/${sittingId ?? ('sittingId' in scope ? scope.sittingId : '')}`);
  };
  return { save, busy, problem };
}
