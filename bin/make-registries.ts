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
    .filter((entry) => entry.isDirectory() && existsSync(join(kindsFolder, entry.name, 'grade.ts')))
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

function answers(kinds: readonly string[]): string {
  return `${HEADER}
${sorted([
  "import { type BoundAnswers, bindAnswers } from '@/lib/kinds/bind';",
  ...kinds.map((kind) => `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`),
])}
import type { KindName } from './names';

export const answers: Record<KindName, BoundAnswers> = {
${kinds.map((kind) => `  ${kind}: bindAnswers(${kind}),`).join('\n')}
};
`;
}

function authoring(kinds: readonly string[]): string {
  const imports = kinds.flatMap((kind) => [
    `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`,
    `import { authoring as author${upper(kind)} } from '@/lib/kinds/${kind}/authoring';`,
  ]);
  return `${HEADER}
${sorted(["import { type BoundAuthoring, bindAuthoring } from '@/lib/kinds/bind';", ...imports])}
import type { KindName } from './names';

export const authoring: Record<KindName, BoundAuthoring> = {
${kinds.map((kind) => `  ${kind}: bindAuthoring(${kind}, author${upper(kind)}),`).join('\n')}
};
`;
}

function graders(kinds: readonly string[]): string {
  const imports = kinds.flatMap((kind) => [
    `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`,
    `import { grade as grade${upper(kind)} } from '@/lib/kinds/${kind}/grade';`,
  ]);
  return `${HEADER}
${sorted(["import { type BoundGrader, bindGrader } from '@/lib/kinds/bind';", ...imports])}
import type { KindName } from './names';

export const graders: Record<KindName, BoundGrader> = {
${kinds.map((kind) => `  ${kind}: bindGrader(${kind}, grade${upper(kind)}),`).join('\n')}
};
`;
}

function unread(kinds: readonly string[]): string {
  const reading = kinds.filter((kind) => existsSync(join(kindsFolder, kind, 'unread.ts')));
  return `${HEADER}
${sorted([
  "import { type BoundFindUnread, bindUnread } from '@/lib/kinds/bind';",
  ...reading.map((kind) => `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`),
])}
import type { KindName } from './names';

/** Loads what finds in answers of a kind what cannot be read. */
export const unreadFinders: Partial<Record<KindName, () => Promise<BoundFindUnread>>> = {
${reading
  .map((kind) =>
    [
      `  ${kind}: async () => {`,
      `    const { findUnread } = await import('@/lib/kinds/${kind}/unread');`,
      `    return bindUnread(${kind}, findUnread);`,
      '  },',
    ].join('\n'),
  )
  .join('\n')}
};
`;
}

function golden(kinds: readonly string[]): string {
  return `${HEADER}
${sorted([
  "import type { GoldenPart } from '@/lib/kinds/contract';",
  ...kinds.map((kind) => `import { golden as ${kind} } from '@/lib/kinds/${kind}/cases';`),
])}
import type { KindName } from './names';

/** Golden parts as authors write them; the kinds’ authoring validates them. */
export const goldenParts: Record<KindName, readonly GoldenPart<unknown, unknown>[]> = {
${kinds.map((kind) => `  ${kind},`).join('\n')}
};
`;
}

function tryOuts(kinds: readonly string[]): string {
  return `${HEADER}
${sorted([
  "import type { TryOut } from '@/lib/kinds/contract';",
  ...kinds.map((kind) => `import { tryOut as ${kind} } from '@/lib/kinds/${kind}/try-out';`),
])}
import type { KindName } from './names';

/** Try-outs as authors write them; the kinds’ authoring validates them. */
export const tryOuts: Record<KindName, TryOut> = {
${kinds.map((kind) => `  ${kind},`).join('\n')}
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
  ...kinds.map((kind) => `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`),
])}
import type { KindName } from './names';

export const screens: Record<KindName, BoundScreens> = {
${lines.join('\n')}
};
`;
}

function papers(kinds: readonly string[]): string {
  const printed = kinds.filter((kind) => existsSync(join(kindsFolder, kind, 'paper.tsx')));
  const imports = printed.flatMap((kind) => [
    `import { answers as ${kind} } from '@/lib/kinds/${kind}/answer';`,
    `import { Paper as ${upper(kind)}Paper } from '@/lib/kinds/${kind}/paper';`,
  ]);
  return `${HEADER}'use client';

${sorted(["import { type BoundPaper, bindPaper } from '@/lib/kinds/bind-paper';", ...imports])}
import type { KindName } from './names';

/** What is printed for an answer by hand; kinds that are not here get room to write alone. */
export const papers: Partial<Record<KindName, BoundPaper>> = {
${printed.map((kind) => `  ${kind}: bindPaper(${kind}, ${upper(kind)}Paper),`).join('\n')}
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
  'answers.ts': answers(kinds),
  'authoring.ts': authoring(kinds),
  'graders.ts': graders(kinds),
  'unread.ts': unread(kinds),
  'golden.ts': golden(kinds),
  'try-outs.ts': tryOuts(kinds),
  'screens.tsx': screens(kinds),
  'papers.tsx': papers(kinds),
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
