/**
 * Bernoulli numbers by way of the tangent numbers T₁, T₂, … = 1, 2, 16, …, which are whole: B₂ₖ =
 * (−1)^{k−1} 2k T_k / (4^k (4^k − 1)). Their recurrence adds numbers of one sign and takes n² steps
 * (Brent & Harvey, Fast computation of Bernoulli, tangent and secant numbers, 2011, algorithm
 * TangentNumbers).
 */

let tangents: readonly bigint[] = [];

/** B₂ₖ as a fraction, not in lowest terms. */
export function bernoulliNumber(k: number): { top: bigint; bottom: bigint } {
  if (k > tangents.length) tangents = tangentNumbers(Math.max(32, 2 * k));
  const four = 1n << BigInt(2 * k);
  const size = BigInt(2 * k) * (tangents[k - 1] ?? 0n);
  return { top: k % 2 === 1 ? size : -size, bottom: four * (four - 1n) };
}

/** T₁ to Tₙ. */
function tangentNumbers(n: number): bigint[] {
  const t: bigint[] = [];
  let factorial = 1n;
  for (let k = 1; k <= n; k++) {
    t.push(factorial);
    factorial *= BigInt(k);
  }
  for (let k = 2; k <= n; k++) {
    for (let j = k; j <= n; j++)
      t[j - 1] = BigInt(j - k) * (t[j - 2] ?? 0n) + BigInt(j - k + 2) * (t[j - 1] ?? 0n);
  }
  return t;
}
