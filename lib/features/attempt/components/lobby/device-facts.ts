import { createStore, del, get, set } from 'idb-keyval';

/** What was found out about one thing that an exam needs of this device. */
export interface DeviceFact {
  state: 'ready' | 'attention' | 'missing';
  text: string;
}

/** Slower than that, saving is felt. */
const SLOW_MS = 1500;
const ROUNDS = 3;

/** Whether answers can be kept here while the server cannot be reached: something is, and taken out again. */
export async function storageFact(): Promise<DeviceFact> {
  try {
    const store = createStore('nabla-device-check', 'check');
    await set('tried', 'kept', store);
    const kept = await get('tried', store);
    await del('tried', store);
    if (kept === 'kept') {
      return { state: 'ready', text: 'Answers are kept on this device until they are sent.' };
    }
  } catch {
    // Private windows and full disks refuse it, each in words of its own.
  }
  const text =
    'This browser keeps nothing: what is not sent yet is lost with the page. Leave the private window, or take another browser.';
  return { state: 'attention', text };
}

/** Whether the server answers, and how soon: the middle of three. */
export async function connectionFact(): Promise<DeviceFact> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const isThere = await fetch('/api/health', { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isThere) return { state: 'missing', text: 'The server does not answer.' };
    times.push(performance.now() - began);
  }
  const middle = Math.round(times.toSorted((a, b) => a - b)[1] ?? 0);
  if (middle > SLOW_MS) {
    return { state: 'attention', text: `The connection is slow: an answer takes ${middle} ms.` };
  }
  return { state: 'ready', text: `The server answers within ${middle} ms.` };
}
