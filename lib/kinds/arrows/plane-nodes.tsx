'use client';

import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { Tex } from '@/lib/ui/markdown';
import classes from './arrows.module.css';

export type PointNode = Node<{ latex: string }, 'point'>;
export type TipNode = Node<{ isStub: boolean }, 'tip'>;

/** A labelled point, from whose middle an arrow may start. */
function Point({ data }: NodeProps<PointNode>) {
  return (
    <div className={classes.point}>
      <span className={classes.dot} />
      <span className={classes.name}>
        <Tex>{data.latex}</Tex>
      </span>
      <Handle
        type="source"
        position={Position.Top}
        className={classes.anchor}
        isConnectable={false}
      />
    </div>
  );
}

/** The end of an arrow, to be dragged; a stub where no arrow is drawn yet. */
function Tip({ data }: NodeProps<TipNode>) {
  return (
    <div className={data.isStub ? `${classes.tip} ${classes.stub}` : classes.tip}>
      <Handle
        type="target"
        position={Position.Top}
        className={classes.anchor}
        isConnectable={false}
      />
    </div>
  );
}

/** The end of an arrow that is only looked at; what has no size is not connected. */
function End() {
  return (
    <div className={classes.end}>
      <Handle
        type="target"
        position={Position.Top}
        className={classes.anchor}
        isConnectable={false}
      />
    </div>
  );
}

export const nodeTypes = { point: Point, tip: Tip, end: End };
