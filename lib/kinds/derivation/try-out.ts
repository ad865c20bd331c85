import type { TryOut } from '../contract';

export const tryOut: TryOut = {
  prompt: String.raw`Derive $\int_0^1 x\,dx$.`,
  part: {},
};
