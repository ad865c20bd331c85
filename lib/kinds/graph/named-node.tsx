'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Tex } from '@/lib/ui/markdown';
import classes from './graph.module.css';

type LabelledNode = Node<{ latex: string }, 'named'>;

const SIDES = [Position.Right, Position.Left, Position.Top, Position.Bottom] as const;

/** A node with a dot on each side; arrows may start and end at any of them. */
export function NamedNode({ data }: NodeProps<LabelledNode>) {
  return (
    <div className={classes.node}>
      <Tex>{data.latex}</Tex>
      {SIDES.map((side) => (
        <Handle key={side} id={side} type="source" position={side} className={classes.handle} />
      ))}
    </div>
  );
}
