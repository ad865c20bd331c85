import { performance } from 'node:perf_hooks';

/** A line when a step begins, a sign of life every 10 seconds, a line with the time it took. */
export async function step<Value>(
  title: string,
  run: () => Promise<Value>,
  log: (line: string) => void = console.log,
): Promise<Value> {
  const start = performance.now();
  log(title);
  const ticker = setInterval(
    () => log(`  ${title.toLowerCase()}: still at it, ${seconds(start)}`),
    10_000,
  );
  try {
    const value = await run();
    log(`  done in ${seconds(start)}`);
    return value;
  } finally {
    clearInterval(ticker);
  }
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
