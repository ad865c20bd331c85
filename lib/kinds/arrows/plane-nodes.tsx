'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Tex } from '@/lib/ui/markdown';
import classes from './arrows.module.css';
import type { Corner } from './geometry';

type PointNode = Node<{ latex: string; corner: Corner }, 'point'>;
type TipNode = Node<{ isDrawn: boolean }, 'tip'>;

/** Where an arrow is fastened: in the middle of its node, never to be pulled at by itself. */
function Anchor({ type }: { type: 'source' | 'target' }) {
  return (
    <Handle type={type} position={Position.Top} className={classes.anchor} isConnectable={false} />
  );
}

/** A labelled point, from whose middle an arrow may start. */
function Point({ data }: NodeProps<PointNode>) {
  return (
    <div className={classes.point}>
      <span className={classes.dot} />
      <span className={classes.name} data-corner={data.corner}>
        <Tex>{data.latex}</Tex>
      </span>
      <Anchor type="source" />
    </div>
  );
}

/** The end of an arrow, to be dragged; it waits close to its point until an arrow is drawn. */
function Tip({ data }: NodeProps<TipNode>) {
  return (
    <div className={data.isDrawn ? classes.tip : `${classes.tip} ${classes.waiting}`}>
      <Anchor type="target" />
    </div>
  );
}

/** The end of an arrow in a drawing that is only looked at; the library connects only nodes that have a size. */
function End() {
  return (
    <div className={classes.end}>
      <Anchor type="target" />
    </div>
  );
}

export const nodeTypes = { point: Point, tip: Tip, end: End };
