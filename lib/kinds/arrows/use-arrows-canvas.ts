'use client';

import { useLocalStorage } from '@mantine/hooks';
import type { NodeChange } from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { spoken } from '@/lib/ui/spoken';
import type { ArrowsAnswer, ArrowsSpec, Vector } from './answer';
import { drawnNodes, gripOf, type Sizes } from './drawing-nodes';
import {
  freePlace,
  GRID,
  type Grip,
  inPlane,
  moveGrip,
  onGrid,
  placePoint,
  placesIn,
  reachOf,
  removeArrow,
  removePoint,
  STEP,
  stepGrip,
} from './edit';
import { inWords } from './geometry';
import { fromPixels } from './plane';

const WAYS: Readonly<Record<string, Vector>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** How much further an arrow key moves with Shift. */
const LONG = 5;

export interface ArrowsCanvasProps extends InputProps<ArrowsSpec, ArrowsAnswer> {
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null;
}

/** What is selected and measured in the drawing, and what its events do to the answer. */
export function useArrowsCanvas(props: ArrowsCanvasProps) {
  const { spec, value, disabled } = props;
  const [snap, setSnap] = useLocalStorage({ key: 'nabla.snap', defaultValue: false });
  const [selected, setSelected] = useState<string | null>(null);
  const [measured, setMeasured] = useState<Sizes>({});
  const { frame, focusOnceDrawn } = useFocusOnceDrawn(measured);
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const nameOf = (id: string) => spoken(latexOf(id));
  const { reach, announcement, ...edits } = useEdits(props, snap, nameOf);
  const place = (id: string, at: Vector) => {
    edits.place(id, at);
    setSelected(id);
  };
  const remove = (grip: Grip) => {
    edits.remove(grip);
    setSelected(null);
  };
  return {
    ...{ frame, snap, setSnap, announcement, reach, latexOf, nameOf, remove },
    chosen: selected === null ? null : gripOf(selected),
    drawn: drawnNodes(spec, value, { reach, selected, measured }),
    placeFreely: (id: string) => {
      // The button is disabled now, so the focus goes to the new point.
      focusOnceDrawn(id);
      place(id, freePlace(value));
    },
    placeAt: (id: string, at: Vector) => place(id, inPlane(snap ? onGrid(at) : at, reach)),
    changeNodes: (changes: NodeChange[]) => {
      for (const one of changes) {
        if (one.type === 'dimensions' && one.dimensions) {
          const { id, dimensions } = one;
          setMeasured((all) => ({ ...all, [id]: dimensions }));
        }
        if (one.type === 'position' && one.position && !disabled)
          edits.move(gripOf(one.id), fromPixels(one.position, reach));
        if (one.type === 'select')
          setSelected((now) => (one.selected ? one.id : now === one.id ? null : now));
      }
    },
    pressKey: (event: KeyboardEvent<HTMLDivElement>) => {
      const nodeId = focusedNode(event.target);
      if (disabled || nodeId === null) return;
      const way = WAYS[event.key];
      if (!way && event.key !== 'Delete' && event.key !== 'Backspace') return;
      event.preventDefault();
      if (way) edits.step(gripOf(nodeId), way, event.shiftKey);
      else remove(gripOf(nodeId));
    },
    // What has the focus is what the arrow keys move, without a key to choose it first.
    selectFocused: ({ target }: FocusEvent) => {
      const nodeId = focusedNode(target);
      if (nodeId !== null) setSelected(nodeId);
    },
  };
}

/** The changes of the answer, each told to screen readers where it is made by key or button. */
function useEdits(
  { value, onChange }: Pick<ArrowsCanvasProps, 'value' | 'onChange'>,
  snap: boolean,
  nameOf: (id: string) => string,
) {
  const [announcement, setAnnouncement] = useState('');
  // Several nodes may move in one moment; each goes on from what the one before made.
  const latest = useRef(value);
  latest.current = value;
  // What was typed as coordinates may need a larger plane, which stays so while one draws in it.
  const largest = useRef(1);
  largest.current = Math.max(largest.current, reachOf(placesIn(value)));
  const reach = largest.current;
  const change = (changed: ArrowsAnswer) => {
    latest.current = changed;
    onChange(changed);
  };
  return {
    reach,
    announcement,
    place: (id: string, at: Vector) => change(placePoint(value, id, at)),
    move: (grip: Grip, at: Vector) =>
      change(moveGrip(latest.current, grip, snap ? onGrid(at) : at, reach)),
    remove: ({ id, isTip }: Grip) => {
      const name = nameOf(id);
      change(isTip ? removeArrow(latest.current, id) : removePoint(latest.current, id));
      setAnnouncement(isTip ? `The arrow at ${name} is gone.` : `Point ${name} is gone.`);
    },
    step: (grip: Grip, way: Vector, isLong: boolean) => {
      const size = snap ? GRID : STEP * (isLong ? LONG : 1);
      change(stepGrip(latest.current, grip, [way[0] * size, way[1] * size], reach));
      setAnnouncement(placeInWords(latest.current, grip, nameOf(grip.id)));
    },
  };
}

/** Gives a node the focus as soon as it can be seen, which is when its size is known. */
function useFocusOnceDrawn(measured: Sizes) {
  const frame = useRef<HTMLDivElement>(null);
  const entering = useRef<string | null>(null);
  useEffect(() => {
    const id = entering.current;
    if (id === null || !measured[id]) return;
    entering.current = null;
    nodeElement(frame.current, id)?.focus();
  });
  return {
    frame,
    focusOnceDrawn: (id: string) => {
      entering.current = id;
    },
  };
}

function nodeElement(frame: HTMLElement | null, nodeId: string): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-id="${CSS.escape(nodeId)}"]`) ?? null;
}

function focusedNode(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

function placeInWords(
  { points = {}, arrows = {} }: ArrowsAnswer,
  grip: Grip,
  name: string,
): string {
  const { id, isTip } = grip;
  const at = points[id];
  if (!isTip) return at ? `Point ${name} at ${at.join(', ')}` : '';
  const way = arrows[id];
  return way ? `Arrow at ${name}: ${way.join(', ')}, ${inWords(way)}` : '';
}
