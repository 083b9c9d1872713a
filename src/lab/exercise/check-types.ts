/**
 * What the TypeScript compiler says of an answer, where there is a compiler.
 *
 * It is asked with options of our own, so that the same answer is judged alike in every folder, and
 * `asyncio-lab` is this very copy: a folder where nothing is installed yet would have no types.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Guard } from '../guard.js';
import { asTyped } from '../place.js';
import { typesOfLibrary } from '../types-of-library.js';
import { compilerFor } from './compiler.js';

/** An error that the compiler has found. */
export interface TypeFault {
  readonly file: string;
  readonly message: string;
  /** `file:line`. */
  readonly place: string;
}

/** What answers may use besides the library: what there is in Node and in the browser alike. */
const globals = `
interface Console { log(...data: unknown[]): void; error(...data: unknown[]): void; warn(...data: unknown[]): void }
declare const console: Console;
declare const performance: { now(): number };
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(timer: unknown): void;
declare function setInterval(callback: () => void, milliseconds?: number): unknown;
declare function clearInterval(timer: unknown): void;
declare function setImmediate(callback: () => void): unknown;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T): T;
declare const process: { exit(code?: number): never };
interface ImportMeta { readonly url: string }
`;

/** Checks the types of an answer; the first fault counts. */
export type CheckTypes = (
  file: string,
  projectFolder: string,
  signal?: AbortSignal,
) => Promise<TypeFault | undefined | 'no-typescript'>;

/** Check the types of an answer by itself. */
export const checkTypes: CheckTypes = async (file, projectFolder, signal) => {
  const faults = await checkTypesOf([file], projectFolder, signal);
  if (faults === 'no-typescript') return faults;
  return faults.find((fault) => fault.file === resolve(file));
};

/** Check the types of several files at once. */
export async function checkTypesOf(
  files: readonly string[],
  projectFolder: string,
  signal?: AbortSignal,
): Promise<readonly TypeFault[] | 'no-typescript'> {
  const compiler = await compilerFor(projectFolder);
  if (compiler === undefined || signal?.aborted) return 'no-typescript';
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-lab-types-'));
  try {
    writeFileSync(join(folder, 'globals.d.ts'), globals);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configFor(files)));
    const { command, args } = compiler;
    const arguments_ = [...args, '-p', folder, '--pretty', 'false'];
    return faultsIn(await outputOf(command, arguments_, folder, signal), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function configFor(files: readonly string[]): object {
  return {
    compilerOptions: {
      target: 'ES2023',
      lib: ['ES2023'],
      module: 'esnext',
      moduleResolution: 'bundler',
      moduleDetection: 'force',
      allowImportingTsExtensions: true,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      paths: { 'asyncio-lab': [typesOfLibrary()] },
    },
    files: [...files.map((file) => resolve(file)), './globals.d.ts'],
  };
}

/** A compiler that cannot be started says nothing. */
function outputOf(
  command: string,
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((settle) => {
    const options = {
      cwd,
      killSignal: 'SIGKILL',
      windowsHide: true,
      ...(signal && { signal }),
    } as const;
    const child = execFile(command, [...args], options, (_error, stdout) => {
      guard.end();
      settle(stdout);
    });
    const guard = new Guard(child.pid);
    guard.begin();
  });
}

const form = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/gm;

function faultsIn(output: string, folder: string): TypeFault[] {
  return Array.from(output.matchAll(form), ([, path = '', line, message = '']) => {
    const file = resolve(folder, path);
    return { file, message, place: `${asTyped(file)}:${line}` };
  });
}
