/** Which clock opens sockets: the real one where a scenario does, the virtual one never. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asyncioLab, folderWith } from './command.js';

const watcher = new URL('./fixtures/watch-sockets.mjs', import.meta.url).href;

/** Run a command; return its exit code, and the kinds of sockets that it or a process of its opened. */
async function socketsOf(...args: string[]): Promise<{ code: number | null; sockets: string[] }> {
  const file = join(folderWith(), 'sockets.txt');
  const env = { NODE_OPTIONS: `--import=${watcher}`, SOCKETS_FILE: file };
  const { code } = await asyncioLab(args, { env });
  const kinds = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  return { code, sockets: [...new Set(kinds)].sort() };
}

test.each([['check'], ['run', '--clock', 'virtual']])(
  '%s opens no socket on the virtual clock, whatever its scenarios do with streams',
  async (...args) => {
    expect(await socketsOf(...args, 'api-server', 'fetch')).toEqual({ code: 0, sockets: [] });
  },
);

test('on the real clock the same scenarios open sockets of TCP', async () => {
  const { sockets } = await socketsOf('run', 'fetch', '--variant', 'streams', '--speed', '10');
  expect(sockets).toEqual(['TCPCONNECTWRAP', 'TCPSERVERWRAP', 'TCPWRAP']);
});
