import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import {
  isFunctionLikeDeclaration,
  isIdentifier,
  isPrivateIdentifier,
} from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';
import type { SizeLimits } from './size-limits';

/** Something that is larger than it may be, by the name that an exception has to it. */
export interface SizeProblem {
  name: string;
  message: string;
}

const SCRIPT = /\.(?:[cm]?ts|tsx|mjs)$/;
const TEST = /\.(?:test|spec)\.tsx?$/;

/**
 * What is larger than the limits among `paths`, relative to `root`, where `tsconfig.json` says which
 * files TypeScript knows: files and functions of code, and folders of whatever kind of file.
 */
export function sizeProblems(
  root: string,
  paths: readonly string[],
  limits: SizeLimits,
): SizeProblem[] {
  const scripts = paths.filter((path) => SCRIPT.test(path));
  return [
    ...scripts.flatMap((path) => {
      const lines = readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;
      return over(path, lines, limits.fileLines, 'lines');
    }),
    ...longFunctions(root, scripts, limits.functionLines),
    ...fullFolders(paths, limits.folderFiles),
  ];
}

function over(name: string, size: number, most: number, unit: string): SizeProblem[] {
  if (size <= most) return [];
  return [{ name, message: `${name}: ${size} ${unit}, at most ${most}` }];
}

function fullFolders(paths: readonly string[], most: number): SizeProblem[] {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  return [...counts].flatMap(([folder, count]) => over(folder, count, most, 'files'));
}

function longFunctions(root: string, paths: readonly string[], most: number): SizeProblem[] {
  const api = new API({ cwd: root });
  try {
    const project = api
      .updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] })
      .getProjects()
      .at(0);
    return paths
      .filter((path) => !TEST.test(path))
      .flatMap((path) => {
        const file = project?.program.getSourceFile(join(root, path));
        return file ? functionsIn(file).map((each) => ({ path, ...each })) : [];
      })
      .flatMap(({ path, name, lines }) => over(`${path} ${name}`, lines, most, 'lines'));
  } finally {
    api.close();
  }
}

/** The functions of a file, each with the name that it or its variable has, and its lines. */
function functionsIn(file: SourceFile): { name: string; lines: number }[] {
  const functions: { name: string; lines: number }[] = [];
  const visit = (node: Node): void => {
    if (isFunctionLikeDeclaration(node)) {
      const [first, last] = [node.getStart(file), node.end].map(
        (position) => file.getLineAndCharacterOfPosition(position).line,
      );
      functions.push({ name: nameOf(node), lines: (last ?? 0) - (first ?? 0) + 1 });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return functions;
}

function nameOf(node: Node): string {
  for (const owner of [node, node.parent]) {
    const name = 'name' in owner ? owner.name : undefined;
    if (isNode(name) && (isIdentifier(name) || isPrivateIdentifier(name))) return name.getText();
  }
  return 'constructor or callback';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
