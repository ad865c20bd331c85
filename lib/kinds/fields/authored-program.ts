import { z } from 'zod';
import { MOST_CHARACTERS } from '@/lib/math/programs/limits';

/** A program in the language of mathjs, as an author writes it. */
export const authoredProgram = z.string().min(1).max(MOST_CHARACTERS);
