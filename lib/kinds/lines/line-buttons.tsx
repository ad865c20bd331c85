'use client';

import { Button, Group, Text } from '@mantine/core';
import type { LineEditor } from './use-line-editor';

/** What can be done to the list as a whole, and which keys do the same. */
export function LineButtons({
  editor,
  maxLines,
  hasLevels,
}: {
  editor: LineEditor;
  maxLines: number;
  hasLevels: boolean;
}) {
  const { own, open, deleted, putBack } = editor;
  const isFull = own.length >= maxLines;
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="compact-md"
        disabled={isFull}
        onClick={() => open(own.length - 1)}
      >
        Add a line
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={isFull || (own.at(-1) ?? '').trim() === ''}
        onClick={() => open(own.length - 1, true)}
      >
        Copy the last line
      </Button>
      {deleted && (
        <Button variant="default" size="compact-md" onClick={() => putBack(deleted)}>
          Put line {deleted.index + 1} back
        </Button>
      )}
      <Text size="xs" c="dimmed">
        <kbd>Enter</kbd> opens an empty line, <kbd>Alt</kbd>+<kbd>Enter</kbd> a copy of this one;{' '}
        <kbd>Alt</kbd>+<kbd>↑</kbd> <kbd>↓</kbd> moves a line (or drag it by its number),{' '}
        <kbd>Alt</kbd>+<kbd>Backspace</kbd> deletes it
        {hasLevels && (
          <>
            , <kbd>Alt</kbd>+<kbd>→</kbd> <kbd>←</kbd> sets it in under a supposition
          </>
        )}
        . <kbd>Ctrl</kbd>+<kbd>Z</kbd> takes it back.
      </Text>
    </Group>
  );
}
