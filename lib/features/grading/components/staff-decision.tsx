import { Alert, Text } from '@mantine/core';
import { Markdown } from '@/lib/ui/markdown';

/** That a person decided a part, with what they said of it; or a comment that decides nothing. */
export function StaffDecision({ decided, comment }: { decided: boolean; comment: string }) {
  if (!decided && comment === '') return null;
  return (
    <Alert color="blue" variant="light" title={decided ? 'Decided by a person' : 'Comment'}>
      {comment === '' ? (
        <Text size="sm">A person looked at this part and set its score.</Text>
      ) : (
        <Markdown>{comment}</Markdown>
      )}
    </Alert>
  );
}
