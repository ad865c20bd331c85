import { useCallback, useEffect, useRef } from 'react';

/** Where no click follows, as after a long press, a tap is over so long after the finger has left. */
const NO_CLICK_MS = 400;

/**
 * Runs something at once, or, while a finger is down, once its tap is over; of several things the last.
 * A browser looks for what a tap is meant for only when the finger has left, and what had come or moved
 * under it by then would get the click.
 */
export function useAfterTap(): (action: () => void) => void {
  const isTapping = useRef(false);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const end = () => {
      clearTimeout(timer);
      isTapping.current = false;
      const action = waiting.current;
      waiting.current = null;
      // What the tap itself does comes first.
      if (action) setTimeout(action);
    };
    const listeners = new AbortController();
    const how = { capture: true, signal: listeners.signal };
    window.addEventListener(
      'pointerdown',
      () => {
        clearTimeout(timer);
        isTapping.current = true;
      },
      how,
    );
    window.addEventListener(
      'pointerup',
      () => {
        timer = setTimeout(end, NO_CLICK_MS);
      },
      how,
    );
    window.addEventListener(
      'click',
      (event) => {
        // MathLive says a click of its own as soon as the finger leaves.
        if (event.isTrusted) end();
      },
      how,
    );
    window.addEventListener('pointercancel', end, how);
    return () => {
      listeners.abort();
      clearTimeout(timer);
    };
  }, []);
  return useCallback((action) => {
    if (isTapping.current) waiting.current = action;
    else action();
  }, []);
}
