'use client';

import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';

/** Shows a link that is seen this once, with a button that copies it. */
export function showLink(title: string, path: string, about: string): void {
  modals.open({
    title,
    centered: true,
    size: 'lg',
    children: <CopyLink path={path} about={about} />,
  });
}

function CopyLink({ path, about }: { path: string; about: string }) {
  const link = new URL(path, window.location.origin).href;
  return (
    <>
      <Text size="sm" mb="sm">
        {about} It is shown this once.
      </Text>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label="Link"
          readOnly
          value={link}
          style={{ flex: 1 }}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}
        </CopyButton>
      </Group>
    </>
  );
}
