import { Skeleton, VisuallyHidden } from '@mantine/core';

/** Stands where an answer will be, and says so to those who do not see it. */
export function AnswerSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading the answer</VisuallyHidden>
      <Skeleton height={64} radius="sm" aria-hidden="true" />
    </div>
  );
}
