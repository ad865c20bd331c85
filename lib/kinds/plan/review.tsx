'use client';

import { Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { Unreadable } from '@/lib/kinds/fields/unreadable';
import { workOf } from '@/lib/kinds/plan/cost/ledger';
import { pictureOf } from '@/lib/kinds/plan/picture/picture';
import classes from '@/lib/kinds/plan/picture/plan.module.css';
import { PlanGraph } from '@/lib/kinds/plan/picture/plan-graph';
import { type Program, readProgram } from '@/lib/kinds/plan/program/program';
import { stepLatex } from '@/lib/kinds/plan/program/visual-step';
import { InlineMarkdown, Tex } from '@/lib/ui/markdown';
import type { PlanAnswer, PlanKey, PlanSpec } from './answer';

/** The student's lines as they were read, and the plan as a graph, the best one beside it. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<PlanSpec, PlanKey, PlanAnswer>) {
  const plans = useMemo(() => {
    const table = tableOfPart(spec);
    if (!table.ok) return null;
    const program = readProgram(answer.steps ?? [], spec, table.value);
    const works = workOf(program, spec.sizes);
    const steps = reference?.answer?.steps;
    if (!steps) return { program, own: pictureOf(works, table.value, null), best: null };
    const best = workOf(readProgram(steps, spec, table.value), spec.sizes);
    return {
      program,
      own: pictureOf(works, table.value, best),
      best: pictureOf(best, table.value, null),
    };
  }, [spec, reference, answer]);
  if (!plans) return <Text size="sm">The symbols of this part are not usable.</Text>;
  const { program, own, best } = plans;
  return (
    <Stack gap="md" role="group" aria-label={label}>
      {program.lines.length > 0 && <Lines program={program} label={label} />}
      <div className={classes.plans}>
        {own.nodes.length > 0 && <PlanGraph title="Plan in this answer" picture={own} />}
        {best && <PlanGraph title="Best plan" picture={best} />}
      </div>
    </Stack>
  );
}

/** The lines as they were read, or as they were written where they could not be. */
function Lines({ program, label }: { program: Program; label: string }) {
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table aria-label={`${label}: lines`} withRowBorders={false} verticalSpacing={4}>
        <Table.Tbody>
          {program.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line may hold several steps.
            <Table.Tr key={index}>
              <Table.Th scope="row" w="1%" c="dimmed" fw={400}>
                {line.line}
              </Table.Th>
              <Table.Td>
                {line.step.ok ? (
                  <Tex>{stepLatex(line, program.table) ?? line.text}</Tex>
                ) : (
                  <>
                    <Unreadable text={line.text} at={line.step.error} />
                    <Text size="sm" c="var(--nabla-caution)">
                      Not run: <InlineMarkdown>{line.step.error.message}</InlineMarkdown>
                    </Text>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
