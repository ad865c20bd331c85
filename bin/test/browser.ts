import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** A browser for the tests, with the environment that it needs. */
export interface Browser {
  name: string;
  env: Record<string, string>;
}

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a browser: the one of PLAYWRIGHT_CHROMIUM, the system's, the one that Playwright fetched, or
 * the one that npm brings, which also runs where the system lacks its libraries.
 */
export async function findBrowser(): Promise<Browser> {
  const asked = process.env.PLAYWRIGHT_CHROMIUM;
  if (asked) return at(asked, 'PLAYWRIGHT_CHROMIUM');
  const system = SYSTEM.map(inPath).find((path) => path !== null);
  if (system) return at(system, 'the system');
  const fetched = chromium.executablePath();
  if (existsSync(fetched)) return at(fetched, 'Playwright');
  return fromNpm();
}

async function fromNpm(): Promise<Browser> {
  // It brings the libraries of a bare machine along only where it believes to run in such a place.
  if (!hasNss()) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  const path = await packed.executablePath();
  const libraries = process.env.LD_LIBRARY_PATH;
  // Its own list of arguments is left out: one process for everything, and no web security.
  return {
    name: `${path} (npm)`,
    env: {
      NABLA_BROWSER: path,
      ...(libraries && { LD_LIBRARY_PATH: libraries }),
      ...(process.env.FONTCONFIG_PATH && { FONTCONFIG_PATH: process.env.FONTCONFIG_PATH }),
    },
  };
}

function hasNss(): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so');
  } catch {
    return false;
  }
}

function at(path: string, where: string): Browser {
  return { name: `${path} (${where})`, env: { NABLA_BROWSER: path } };
}

function inPath(program: string): string | null {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path)) ?? null;
}
