import { inject } from 'vitest';

// Before anything of lib/server reads it.
Object.assign(process.env, inject('environment'));
