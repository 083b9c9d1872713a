/**
 * Where a suspended generator stands.
 *
 * JavaScript itself cannot tell; V8's inspector can, of the very thread that asks, and nothing is
 * stopped for it. So nothing has to be noted while a program runs: whoever asks pays for the answer.
 * The inspector names scripts by number; their addresses come with `Debugger.enable`, which is
 * switched off again at once.
 */
import type { Session } from 'node:inspector';
import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Place } from '../core/frames.js';

/** The parts of the inspector's answers that are looked at. */
interface Answer {
  readonly result?: { readonly objectId?: string };
  readonly internalProperties?: readonly {
    readonly name: string;
    readonly value?: { readonly value?: unknown };
  }[];
}

/** A place in the code that runs, counted from 0. */
interface Location {
  readonly scriptId: string;
  readonly lineNumber: number;
  readonly columnNumber: number;
}

/** How an expression that the inspector evaluates gets hold of the generator. */
const handover = Symbol.for('asyncio-lab.generator');
const expression = `globalThis[Symbol.for('${handover.description}')]`;

/** A script, and where its source map is. */
interface Script {
  readonly url: string;
  readonly sourceMapURL?: string;
}

const scripts = new Map<string, Script>();
let session: Session | undefined;

/** Return the place where a suspended generator stands; `undefined` where none can be found. */
export function placeOf(generator: object): Place | undefined {
  try {
    session ??= newSession();
    const location = locationOf(session, generator);
    return location && inSource(location, addressOf(session, location.scriptId));
  } catch {
    return undefined; // This Node was built without its inspector.
  }
}

function newSession(): Session {
  const { Session } = process.getBuiltinModule('node:inspector');
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params));
  return session;
}

/** Answers come before `post` returns: the inspector is in the same thread. */
function ask(session: Session, method: string, params: object = {}): Answer {
  let answer: Answer = {};
  session.post(method, params, (error, result) => {
    if (error === null) answer = result as Answer;
  });
  return answer;
}

function locationOf(session: Session, generator: object): Location | undefined {
  const holder = globalThis as Record<symbol, unknown>;
  const objectGroup = 'asyncio-lab';
  holder[handover] = generator;
  try {
    const { result } = ask(session, 'Runtime.evaluate', { expression, objectGroup });
    const { internalProperties = [] } = ask(session, 'Runtime.getProperties', {
      objectId: result?.objectId,
      ownProperties: true,
    });
    const found = internalProperties.find(({ name }) => name === '[[GeneratorLocation]]');
    return found?.value?.value as Location | undefined;
  } finally {
    delete holder[handover];
    ask(session, 'Runtime.releaseObjectGroup', { objectGroup });
  }
}

function addressOf(session: Session, scriptId: string): string {
  if (!addresses.has(scriptId)) {
    ask(session, 'Debugger.enable');
    ask(session, 'Debugger.disable');
  }
  return addresses.get(scriptId) ?? '';
}

function inSource({ lineNumber, columnNumber }: Location, address: string): Place | undefined {
  if (address === '') return undefined;
  const origin = findSourceMap(address)?.findEntry(lineNumber, columnNumber);
  return origin !== undefined && 'originalSource' in origin
    ? { file: pathOf(origin.originalSource), line: origin.originalLine + 1 }
    : { file: pathOf(address), line: lineNumber + 1 };
}

function pathOf(address: string): string {
  return address.startsWith('file:') ? fileURLToPath(address) : address;
}
