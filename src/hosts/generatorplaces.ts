/**
 * Where a suspended generator stands.
 *
 * JavaScript itself cannot tell; V8's inspector can, of the very thread that asks, and nothing is
 * stopped for it. So nothing has to be noted while a program runs: whoever asks pays for the answer.
 * The inspector names scripts by number; what they are comes with `Debugger.enable`, which is
 * switched off again at once. Where a script was made of another one, its source map leads back.
 */
import type { Session } from 'node:inspector';
import { findSourceMap, SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Place } from '../core/frames.js';

/** The parts of the inspector's answers that are looked at. */
interface Answer {
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

/** A script, and where its source map is; the map itself is read when it is first wanted. */
interface Script {
  readonly url: string;
  readonly sourceMapURL?: string;
  sourceMap?: SourceMap | undefined;
}

const scripts = new Map<string, Script>();
let session: Session | undefined;

/** Return the place where a generator is suspended, or if it is not, where its function begins. */
export function placeOf(generator: object): Place | undefined {
  try {
    session ??= newSession();
    const location = locationOf(session, generator);
    return location && inSource(location, scriptOf(session, location.scriptId));
  } catch {
    return undefined; // This Node was built without its inspector.
  }
}

function newSession(): Session {
  const { Session } = process.getBuiltinModule('node:inspector');
  const session = new Session();
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => {
    const { scriptId, url, sourceMapURL } = params;
    scripts.set(scriptId, { url, sourceMapURL });
  });
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

/** An object is handed to the inspector by way of its console, which writes nowhere. */
function locationOf(session: Session, generator: object): Location | undefined {
  let objectId: string | undefined;
  ask(session, 'Runtime.enable');
  try {
    session.once('Runtime.consoleAPICalled', ({ params }) => {
      objectId = params.args[0]?.objectId;
    });
    process.getBuiltinModule('node:inspector').console.debug(generator);
    const { internalProperties = [] } = ask(session, 'Runtime.getProperties', { objectId });
    const found = internalProperties.find(({ name }) => name === '[[GeneratorLocation]]');
    return found?.value?.value as Location | undefined;
  } finally {
    ask(session, 'Runtime.discardConsoleEntries');
    ask(session, 'Runtime.disable');
  }
}

function scriptOf(session: Session, scriptId: string): Script | undefined {
  if (!scripts.has(scriptId)) {
    ask(session, 'Debugger.enable');
    ask(session, 'Debugger.disable');
  }
  return scripts.get(scriptId);
}

function sourceMapOf(script: Script): SourceMap | undefined {
  const [, inline] =
    /^data:application\/json;.*?base64,(.+)$/.exec(script.sourceMapURL ?? '') ?? [];
  script.sourceMap ??=
    inline === undefined
      ? findSourceMap(script.url)
      : new SourceMap(JSON.parse(Buffer.from(inline, 'base64').toString()));
  return script.sourceMap;
}

function inSource(
  { lineNumber, columnNumber }: Location,
  script: Script | undefined,
): Place | undefined {
  if (script === undefined) return undefined;
  const { url } = script;
  const origin = sourceMapOf(script)?.findEntry(lineNumber, columnNumber);
  return origin !== undefined && 'originalSource' in origin
    ? { file: pathOf(new URL(origin.originalSource, url).href), line: origin.originalLine + 1 }
    : { file: pathOf(url), line: lineNumber + 1 };
}

function pathOf(url: string): string {
  return url.startsWith('file:') ? fileURLToPath(url) : url;
}
