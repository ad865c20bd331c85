'use client';

import { Table, Text } from '@mantine/core';
import { useId } from 'react';
import { grouped } from '@/lib/kinds/plan/cost/sizes';
import { Tex } from '@/lib/ui/markdown';
import { layOutPlan, visibleLength } from './layout';
import type { Picture } from './picture';
import classes from './plan.module.css';

/** A picture may be wider than a phone: it scrolls, by keyboard too. */
function scrollable(label: string) {
  return { tabIndex: 0, role: 'group', 'aria-label': label } as const;
}

/** Labels longer than this do not fit into a node. */
const LONGEST_LABEL = 14;

/** A plan as a picture, and the same as a table. */
export function PlanGraph({ title, picture }: { title: string; picture: Picture }) {
  const total = `${grouped(picture.total)} multiply-adds`;
  return (
    <figure className={classes.plan}>
      <figcaption>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          {total}
        </Text>
      </figcaption>
      <div className={classes.scroll} {...scrollable(`${title}, picture`)}>
        <Drawing
          picture={picture}
          label={`${title} as a graph, ${total}; the table below says the same`}
        />
      </div>
      <CostTable title={title} picture={picture} />
    </figure>
  );
}

function Drawing({ picture, label }: { picture: Picture; label: string }) {
  const { width, height, nodes, edges } = layOutPlan(picture);
  return (
    <div className={classes.picture} role="img" aria-label={label} style={{ width, height }}>
      <Arrows width={width} height={height} edges={edges} />
      {nodes.map((node) => (
        <span
          key={node.id}
          aria-hidden="true"
          className={
            node.cost === null ? classes.symbol : node.isWaste ? classes.waste : classes.computed
          }
          style={{
            left: node.x - node.width / 2,
            top: node.y,
            width: node.width,
            height: node.height,
          }}
        >
          <Tex>{visibleLength(node.label) <= LONGEST_LABEL ? node.label : '\\cdots'}</Tex>
          {node.cost !== null && <span className={classes.cost}>{grouped(node.cost)}</span>}
        </span>
      ))}
    </div>
  );
}

function Arrows({
  width,
  height,
  edges,
}: Pick<ReturnType<typeof layOutPlan>, 'width' | 'height' | 'edges'>) {
  const marker = useId();
  return (
    <svg width={width} height={height} aria-hidden="true" className={classes.arrows}>
      <defs>
        <marker
          id={marker}
          viewBox="0 0 8 8"
          refX="3"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0,0 L8,4 L0,8 z" className={classes.head} />
        </marker>
      </defs>
      {edges.map(({ id, path, isWaste }) => (
        <path
          key={id}
          d={path}
          className={isWaste ? classes.wasteArrow : classes.arrow}
          markerEnd={`url(#${marker})`}
        />
      ))}
    </svg>
  );
}

function CostTable({ title, picture }: { title: string; picture: Picture }) {
  const computed = picture.nodes.filter(({ cost }) => cost !== null);
  return (
    <Table.ScrollContainer minWidth={260}>
      <Table aria-label={`${title}: steps and costs`} withRowBorders={false} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Computed</Table.Th>
            <Table.Th ta="right">Multiply-adds</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {computed.map(({ id, label, expression, cost, isWaste }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Tex>
                  {expression === null || expression === label ? label : `${label} = ${expression}`}
                </Tex>
              </Table.Td>
              <Table.Td ta="right" className={isWaste ? classes.wasteCost : classes.tableCost}>
                {grouped(cost ?? 0)}
                {isWaste && ' (not needed)'}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
