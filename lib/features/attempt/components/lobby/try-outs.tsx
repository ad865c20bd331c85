'use client';

import { Accordion } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import type { KindName } from '@/lib/kinds/registry/names';
import { screens } from '@/lib/kinds/registry/screens';

export interface TryOutExample {
  kind: KindName;
  title: string;
  prompt: ReactNode;
  spec: JsonValue;
}

/** Every kind of answer to play with before the clock starts. Nothing of it is kept. */
export function TryOuts({
  examples,
  onTried,
}: {
  examples: readonly TryOutExample[];
  /** With each change of what is written in one of them. */
  onTried: (example: TryOutExample, value: JsonValue) => void;
}) {
  return (
    <Accordion variant="contained" multiple>
      {examples.map((example) => (
        <Accordion.Item key={example.kind} value={example.kind}>
          <Accordion.Control>{example.title}</Accordion.Control>
          <Accordion.Panel>
            <TryOut example={example} onTried={(value) => onTried(example, value)} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function TryOut({
  example: { kind, title, prompt, spec },
  onTried,
}: {
  example: TryOutExample;
  onTried: (value: JsonValue) => void;
}) {
  const [value, setValue] = useState<JsonValue>({});
  const { Input } = screens[kind];
  return (
    <>
      {prompt}
      <Input
        spec={spec}
        value={value}
        onChange={(changed) => {
          setValue(changed);
          onTried(changed);
        }}
        seed={kind}
        label={`Try-out: ${title}`}
        disabled={false}
      />
    </>
  );
}
