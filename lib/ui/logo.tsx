import { Group, Text } from '@mantine/core';

/** The mark: a nabla with its stroke weight on the left, as a pen writes it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M1.5 3h21L12 22.5Zm5.2 2.6 6.1 11.6 6.3-11.6Z"
        fill="currentColor"
        fillRule="evenodd"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <Group gap={8} wrap="nowrap" c="var(--mantine-primary-color-light-color)">
      <Mark size={22} />
      <Text component="span" fw={650} fz="lg" c="var(--mantine-color-text)" lh={1}>
        Nabla
      </Text>
    </Group>
  );
}
