'use client';

import { AuthoredText } from '@/lib/ui/authored';

/**
 * The question with its reference solution. Typeset in the browser, where its panel is opened: typeset
 * on the server, those of a whole exam weigh more than the script.
 */
export function Question({ prompt, solution }: { prompt: string; solution: string }) {
  return (
    <>
      <AuthoredText>{prompt}</AuthoredText>
      {solution !== '' && <AuthoredText>{solution}</AuthoredText>}
    </>
  );
}
