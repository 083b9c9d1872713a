/**
 * Runs the built command line on a terminal that is none: what it shows is read, keys are sent to it.
 *
 * Node has no such terminal. Python has one in its standard library, and `script` opens one too; a
 * machine that has neither cannot run these tests, and says so by name.
 */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const bin = fileURLToPath(new URL('../../bin/asyncio-lab.js', import.meta.url));

const python = `
import fcntl, os, pty, select, struct, sys, termios
rows, columns = int(sys.argv[1]), int(sys.argv[2])
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.execvp(sys.argv[3], sys.argv[3:])
sources = [terminal, 0]
while True:
    ready = select.select(sources, [], [])[0]
    if terminal in ready:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        os.write(1, data)
    if 0 in ready:
        data = os.read(0, 65536)
        if data:
            os.write(terminal, data)
        else:
            sources.remove(0)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

type Opener = 'python3' | 'script';

/** What opens a terminal here; `undefined` where nothing does. */
export const opener: Opener | undefined = findOpener();

function findOpener(): Opener | undefined {
  const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;
  if (works('python3', '-c', 'import fcntl, os, pty; os.waitstatus_to_exitcode')) return 'python3';
  return works('script', '-qec', 'true', '/dev/null') ? 'script' : undefined;
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The command line on a terminal. */
export class PseudoTerminal {
  readonly #child: ChildProcessWithoutNullStreams;
  #output = '';
  #seen = 0;
  #isClosed = false;
  #notice: () => void = () => {};
  readonly ended: Promise<number | null>;

  constructor(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, size: Size) {
    const command = [process.execPath, bin, ...args];
    const [program, words] = commandFor(command, size);
    const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...others } = process.env;
    this.#child = spawn(program, words, {
      cwd,
      env: { ...others, TERM: 'xterm-256color', LC_ALL: 'en_US.UTF-8', ...env },
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      this.#notice();
    });
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        this.#isClosed = true;
        this.#notice();
        resolve(code);
      });
    });
  }

  /** Send keys. What is waited for next comes after them. */
  send(keys: string): void {
    this.#seen = this.#output.length;
    this.#child.stdin.write(keys);
  }

  /** From now on only what is shown later counts. */
  forget(): void {
    this.#seen = this.#output.length;
  }

  /** What was shown since keys were last sent, without colours. */
  get text(): string {
    return stripVTControlCharacters(this.#output.slice(this.#seen));
  }

  /** Wait until a text is shown; where lines are broken does not matter. */
  async shows(text: string): Promise<void> {
    const wanted = joined(text);
    const isShown = () => joined(this.text).includes(wanted);
    while (!isShown()) {
      if (this.#isClosed) throw new Error(`ended without showing '${text}':\n${this.text}`);
      await new Promise<void>((resolve) => {
        this.#notice = resolve;
      });
    }
  }

  /** End it, if it has not ended by itself. */
  kill(): void {
    this.#child.kill('SIGHUP');
  }
}

function joined(text: string): string {
  return text.replaceAll(/\s/g, '');
}

function commandFor(
  command: readonly string[],
  { columns, rows }: Size,
): [program: string, args: string[]] {
  if (opener === 'python3') return ['python3', ['-c', python, `${rows}`, `${columns}`, ...command]];
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return ['script', ['-qec', `stty rows ${rows} cols ${columns}; exec ${quoted}`, '/dev/null']];
}
