import type { Z3_context, Z3LowLevel } from 'z3-solver';

/** What of Z3 as WebAssembly is reached below its typed functions. */
interface Memory {
  HEAPU8: Uint8Array;
  _malloc: (bytes: number) => number;
  _free: (at: number) => void;
  UTF8ToString: (at: number, most: number) => string;
  async_call: (start: () => void) => Promise<string>;
  _async_Z3_eval_smtlib2_string: (context: Z3_context, script: number) => void;
}

export interface Z3 extends Pick<Z3LowLevel, 'Z3'> {
  /** What Z3 says to a script in SMT-LIB 2; one at a time. */
  evaluate: (context: Z3_context, script: string) => Promise<string>;
}

/** Loads Z3 (de Moura and Bjørner 2008), which takes a while and 35 MB. */
export async function startZ3(): Promise<Z3> {
  const { init } = await import('z3-solver');
  const { Z3, em } = await init();
  if (!isMemory(em)) throw new Error('this Z3 is built otherwise than the one we know');
  return { Z3, evaluate: (context, script) => evaluate(em, context, script) };
}

/**
 * Z3's own `eval_smtlib2_string` lays the script on the stack and returns while another thread is
 * about to read it: on a busy machine other things lie there by then, and the answer is one to no
 * question. The script stays in memory of its own until it is answered.
 */
async function evaluate(memory: Memory, context: Z3_context, script: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${script}\0`);
  const at = memory._malloc(bytes.length);
  try {
    // Another thread may have made the memory larger: reading, if only nothing, brings the view up to date.
    memory.UTF8ToString(at, 0);
    memory.HEAPU8.set(bytes, at);
    return await memory.async_call(() => memory._async_Z3_eval_smtlib2_string(context, at));
  } finally {
    memory._free(at);
  }
}

function isMemory(module: unknown): module is Memory {
  if (typeof module !== 'object' || module === null) return false;
  const names = ['_malloc', '_free', 'UTF8ToString', 'async_call', '_async_Z3_eval_smtlib2_string'];
  const has = (name: string) => typeof Reflect.get(module, name) === 'function';
  return names.every(has) && Reflect.get(module, 'HEAPU8') instanceof Uint8Array;
}
