/** `run --serve`: real sockets on this machine, so that the times are bounds and no more. */

import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { asyncioLab, type Ended, folderWith } from './command.js';

interface Served<T> extends Ended {
  readonly address: string;
  readonly result: T;
}

/** Have a server kept up, do something with it, and end it by Ctrl-C. */
async function whileServing<T>(
  args: readonly string[],
  visit: (address: string) => Promise<T>,
): Promise<Served<T>> {
  let address: string | undefined;
  let visited: Promise<T> | undefined;
  const ended = await asyncioLab(['run', ...args, '--serve'], {
    onOutput: (child, stdout) => {
      if (address !== undefined) return;
      address = / (http:\S+) is up until Ctrl-C\.\n/.exec(stdout)?.[1];
      if (address === undefined) return;
      visited = visit(address);
      const interrupt = () => void child.kill('SIGINT');
      visited.then(interrupt, interrupt);
    },
  });
  if (address === undefined || visited === undefined) throw new Error(ended.stderr);
  return { ...ended, address, result: await visited };
}

async function ask(address: string): Promise<string> {
  const answer = await fetch(address);
  return `${answer.status} ${await answer.text()}`;
}

/** Ask so many times at once; return what is answered, and how many seconds the last one took. */
async function askAtOnce(address: string, count: number): Promise<[Set<string>, number]> {
  const start = performance.now();
  const paths = Array.from({ length: count }, (_, index) => `${address}${index + 1}`);
  const answers = await Promise.all(paths.map(ask));
  return [new Set(answers), (performance.now() - start) / 1000];
}

function isRefused(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', (hadError) => resolve(hadError));
  });
}

const expected = new Set(['200 hello\n']);

test.concurrent('a server answers until Ctrl-C, which ends it and leaves nothing', async () => {
  const served = await whileServing(['api-server', '--variant', 'async'], (address) =>
    askAtOnce(address, 10),
  );
  const { code, stdout, stderr, address, result } = served;
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'asyncio-lab: stopped\n' });
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const [answers, seconds] = result;
  expect(answers).toEqual(expected);
  expect(seconds).toBeGreaterThan(0.45);
  expect(seconds).toBeLessThan(3);
  expect(stdout).toContain(`   curl ${address}\n`);
  expect(stdout.match(/ server {2}serving \/\d+$/gm)).toHaveLength(10);
  expect(await isRefused(address)).toBe(true);
});

test.concurrent('one that blocks lets the last client wait for all', async () => {
  const { code, result } = await whileServing(['api-server', '--variant', 'blocking'], (address) =>
    askAtOnce(address, 4),
  );
  expect(code).toBe(0);
  const [answers, seconds] = result;
  expect(answers).toEqual(expected);
  expect(seconds).toBeGreaterThan(1.9);
});

test.concurrent('clients that say nothing, break off or speak no HTTP do not end it, nor keep it from ending', async () => {
  const { code, result } = await whileServing(
    ['api-server', '--variant', 'async'],
    async (address) => {
      const { hostname, port } = new URL(address);
      const visitor = () => connect(Number(port), hostname).on('error', () => {});
      visitor();
      visitor().end('GET');
      visitor().end('\r\n\r\n');
      const hasty = visitor();
      hasty.write('GET / HTTP/1.1\r\n\r\n', () => hasty.resetAndDestroy());
      return ask(address);
    },
  );
  expect({ code, result }).toEqual({ code: 0, result: '200 hello\n' });
});

test('a server that fails is told in one line, and is a failure', async () => {
  const folder = folderWith({
    'broken.mjs': `
import { coroutine, defineScenario, OSError } from 'asyncio-lab';

const fail = coroutine(function* fail() {
  throw new OSError(98, 'no port is free');
});

export default defineScenario({
  title: 'Mine',
  about: 'Something happens. Then something else does.',
  lesson: 'Mind the order.',
  variants: { only: { about: 'the only one', main: fail, serve: fail } },
});`,
  });
  const { code, stderr } = await asyncioLab(['run', `${folder}/broken.mjs`, '--serve']);
  expect(code).toBe(1);
  expect(stderr).toBe('asyncio-lab: the server has ended: OSError: [Errno 98] no port is free\n');
});

test.each([
  [['api-server'], 'which server? choose --variant blocking or --variant async'],
  [['hello'], 'hello has no server to keep up; api-server has one'],
  [['fetch', '--variant', 'sync'], 'fetch/sync has no server to keep up; api-server has one'],
  [['api-server', '--variant', 'asnc'], "unknown variant 'asnc'; did you mean async?"],
  [['api-server', 'hello'], '--serve keeps one server up: name one scenario and one variant'],
  [
    ['api-server', '--clock', 'virtual'],
    '--serve is for the real clock: nobody outside can reach the virtual one',
  ],
  [['api-server', '--json'], '--serve and --json do not go together'],
  [['--all'], '--serve and --all do not go together'],
])('%j cannot be served', async (args, line) => {
  const { code, stdout, stderr } = await asyncioLab(['run', ...args, '--serve']);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: `asyncio-lab: ${line}\n`,
  });
});
