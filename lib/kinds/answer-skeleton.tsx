import { Skeleton } from '@mantine/core';

export function AnswerSkeleton() {
  return <Skeleton height={64} radius="sm" aria-label="Loading the answer field" />;
}
