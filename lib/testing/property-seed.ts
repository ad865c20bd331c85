import fc from 'fast-check';

/**
 * Property tests draw the same cases on every run, so that a red run can be repeated and a green one
 * means the same everywhere. `PROPERTY_SEED=$RANDOM npm test -- unit` looks further.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_220_901) });
