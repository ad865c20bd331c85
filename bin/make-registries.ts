/**
 * Writes `lib/kinds/registry/*` from the folders of `lib/kinds`: a kind is one folder and no edit
 * elsewhere. `npm run kinds` writes, `npm run check` (with --check) fails where they are stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = '// Written by `npm run kinds` from the folders of lib/kinds. Do not edit.\n';
const kindsFolder = join(import.meta.dirname, '..', 'lib', 'kinds');
const registryFolder = join(kindsFolder, 'registry');

function kindFolders(): string[] {
  return readdirSync(kindsFolder, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(kindsFolder, entry.name, 'schema.ts')),
    )
    .map((entry) => entry.name)
    .sort();
}

function names(kinds: readonly string[]): string {
  return `${HEADER}
export const kindNames = [
${kinds.map((kind) => `  '${kind}',`).join('\n')}
] as const;

export type KindName = (typeof kindNames)[number];

export function isKindName(name: string): name is KindName {
  return kindNames.some((kind) => kind === name);
}
`;
}

function schemas(kinds: readonly string[]): string {
  return `${HEADER}
${sorted([
  "import { type BoundSchema, bindSchema } from '@/lib/kinds/bind';",
  ...kinds.map((kind) => `import { schema as ${kind} } from '@/lib/kinds/${kind}/schema';`),
])}
import type { KindName } from './names';

export const schemas: Record<KindName, BoundSchema> = {
${kinds.map((kind) => `  ${kind}: bindSchema(${kind}),`).join('\n')}
};
`;
}

function graders(kinds: readonly string[]): string {
  const imports = kinds.flatMap((kind) => [
    `import { grade as grade${upper(kind)} } from '@/lib/kinds/${kind}/grade';`,
    `import { schema as ${kind} } from '@/lib/kinds/${kind}/schema';`,
  ]);
  return `${HEADER}
${sorted(["import { type BoundGrader, bindGrader } from '@/lib/kinds/bind';", ...imports])}
import type { KindName } from './names';

export const graders: Record<KindName, BoundGrader> = {
${kinds.map((kind) => `  ${kind}: bindGrader(${kind}, grade${upper(kind)}),`).join('\n')}
};
`;
}

function samples(kinds: readonly string[]): string {
  const imports = kinds.flatMap((kind) => [
    `import { golden as ${kind} } from '@/lib/kinds/${kind}/cases';`,
    `import { tryOut as try${upper(kind)} } from '@/lib/kinds/${kind}/try-out';`,
  ]);
  return `${HEADER}
${sorted(["import type { GoldenPart, TryOut } from '@/lib/kinds/contract';", ...imports])}
import type { KindName } from './names';

/** Golden parts and try-outs as authors write them; the kinds' schemas validate them. */
export const goldenParts: Record<KindName, readonly GoldenPart<unknown, unknown>[]> = {
${kinds.map((kind) => `  ${kind},`).join('\n')}
};

export const tryOuts: Record<KindName, TryOut> = {
${kinds.map((kind) => `  ${kind}: try${upper(kind)},`).join('\n')}
};
`;
}

function screens(kinds: readonly string[]): string {
  const lines = kinds.map((kind) =>
    [
      `  ${kind}: bindScreens(`,
      `    ${kind},`,
      `    dynamic(() => import('@/lib/kinds/${kind}/input').then((module) => module.Input), {`,
      '      loading: AnswerSkeleton,',
      '    }),',
      `    dynamic(() => import('@/lib/kinds/${kind}/review').then((module) => module.Review), {`,
      '      loading: AnswerSkeleton,',
      '    }),',
      '  ),',
    ].join('\n'),
  );
  return `${HEADER}'use client';

import dynamic from 'next/dynamic';
${sorted([
  "import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';",
  "import { type BoundScreens, bindScreens } from '@/lib/kinds/bind-screens';",
  ...kinds.map((kind) => `import { schema as ${kind} } from '@/lib/kinds/${kind}/schema';`),
])}
import type { KindName } from './names';

export const screens: Record<KindName, BoundScreens> = {
${lines.join('\n')}
};
`;
}

/** Import lines in the order in which the linter wants them. */
function sorted(lines: readonly string[]): string {
  const path = (line: string) => /from '([^']+)'/.exec(line)?.[1] ?? '';
  return lines.toSorted((a, b) => (path(a) < path(b) ? -1 : 1)).join('\n');
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const kinds = kindFolders();
const files = {
  'names.ts': names(kinds),
  'schemas.ts': schemas(kinds),
  'graders.ts': graders(kinds),
  'samples.ts': samples(kinds),
  'screens.tsx': screens(kinds),
};

const stale = Object.entries(files).filter(([name, text]) => {
  const path = join(registryFolder, name);
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
});

if (process.argv.includes('--check')) {
  for (const [name] of stale) console.error(`lib/kinds/registry/${name} is stale: npm run kinds`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(registryFolder, { recursive: true });
  for (const [name, text] of stale) {
    writeFileSync(join(registryFolder, name), text);
    console.log(`wrote lib/kinds/registry/${name}`);
  }
}
