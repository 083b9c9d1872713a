/**
 * The built command line, run in a process of its own as its users run it.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atEndOfFile } from '../tidy.js';

/** What is run. */
export const bin = fileURLToPath(new URL('../../bin/asyncio-lab.js', import.meta.url));

/** What came of a command. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with the process and all that it has written so far. */
  readonly onOutput?: (child: ChildProcess, stdout: string) => void;
  /** Called with the process as soon as it is started. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Another copy's starter. */
  readonly bin?: string;
}

/** Run `asyncio-lab`; its language is English unless told otherwise. */
export function asyncioLab(args: readonly string[], options: Options = {}): Promise<Ended> {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const child = spawn(process.execPath, [options.bin ?? bin, ...args], {
    cwd: options.cwd,
    env: { ...env, LC_ALL: 'en_US.UTF-8', ...options.env },
  });
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      options.onOutput?.(child, stdout);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Make a folder with files in it, which is there until the tests of its file have ended. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-lab-'));
  atEndOfFile(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
