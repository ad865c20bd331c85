import { Alert, Text } from '@mantine/core';

/** What was decided of an answer that arrived after the end, for its student. */
export function LateDecision({ late }: { late: { accepted: boolean; reason: string } | null }) {
  if (late === null) return null;
  return (
    <Alert
      color={late.accepted ? 'green' : 'gray'}
      variant="light"
      title={
        late.accepted
          ? 'An answer that arrived late was accepted'
          : 'An answer that arrived late does not count'
      }
    >
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {late.accepted
          ? 'It is the one that is graded here.'
          : 'What is graded here is what the server had at the end.'}{' '}
        Reason: {late.reason}
      </Text>
    </Alert>
  );
}
