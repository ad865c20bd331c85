'use client';

import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import classes from './device-check.module.css';
import { connectionFact, type DeviceFact, storageFact } from './device-facts';
import { type TryOutExample, TryOuts } from './try-outs';
import { useFieldFact } from './use-field-fact';

const ICONS = { ready: IconCircleCheck, attention: IconAlertTriangle, missing: IconCircleX };
const WORDS = { ready: 'Ready', attention: 'Look at this', missing: 'Missing' };

/** What an exam needs of this device, found out before the clock runs; and its fields, to try. */
export function DeviceCheck({ examples }: { examples: readonly TryOutExample[] }) {
  const { storage, connection, check } = useDeviceFacts();
  const { fact: field, tried } = useFieldFact(examples);
  return (
    <>
      <section aria-labelledby="device">
        <Group justify="space-between" mb={4}>
          <Title order={2} size="h4" id="device">
            Your device
          </Title>
          <Button variant="subtle" size="compact-sm" onClick={check}>
            Check again
          </Button>
        </Group>
        <Stack component="ul" gap={6} className={classes.facts}>
          <Fact title="Connection" fact={connection} />
          <Fact title="Storage" fact={storage} />
          {field && <Fact title="Formula field" fact={field} />}
        </Stack>
      </section>
      <section aria-labelledby="try">
        <Title order={2} size="h4" id="try" mb={4}>
          Try it out
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          The kinds of answer of this exam, to play with. Nothing of this is kept or scored.
        </Text>
        <TryOuts examples={examples} onTried={tried} />
      </section>
    </>
  );
}

function useDeviceFacts() {
  const [storage, setStorage] = useState<DeviceFact | null>(null);
  const [connection, setConnection] = useState<DeviceFact | null>(null);
  const check = useCallback(() => {
    setStorage(null);
    setConnection(null);
    void storageFact().then(setStorage);
    void connectionFact().then(setConnection);
  }, []);
  useEffect(check, [check]);
  return { storage, connection, check };
}

function Fact({ title, fact }: { title: string; fact: DeviceFact | null }) {
  const Icon = fact && ICONS[fact.state];
  return (
    <li className={classes.fact}>
      {Icon ? (
        <Icon size={18} className={classes[fact.state]} role="img" aria-label={WORDS[fact.state]} />
      ) : (
        <Loader size={16} aria-hidden="true" />
      )}
      <Text size="sm" role="status">
        <b>{title}</b> {fact ? fact.text : 'is being checked …'}
      </Text>
    </li>
  );
}
