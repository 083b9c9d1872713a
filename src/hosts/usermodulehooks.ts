/**
 * What modules that users write have resolved differently: `asyncio-lab` is this copy, and what is
 * written as an ES module is one.
 *
 * Newer versions of Node ask hooks where they import, older ones on a thread of their own, where the
 * next hook answers with a promise. One function serves both.
 */
import { readFileSync } from 'node:fs';
import type { ResolveFnOutput, ResolveHookContext } from 'node:module';

let runtime = new URL('../index.js', import.meta.url).href;

/** Say which module `asyncio-lab` is; Node calls it where hooks have a thread of their own. */
export function initialize(data: { readonly runtime: string } | undefined): void {
  if (data !== undefined) runtime = data.runtime;
}

type Resolved = ResolveFnOutput | Promise<ResolveFnOutput>;

/** Find a module, as a hook of Node's loader. */
export function resolve(
  specifier: string,
  context: ResolveHookContext,
  next: (specifier: string, context: ResolveHookContext) => Resolved,
): Resolved {
  if (specifier === 'asyncio-lab') return { url: runtime, format: 'module', shortCircuit: true };
  const found = next(specifier, context);
  return found instanceof Promise ? found.then(asWritten) : asWritten(found);
}

/** Where no package.json says what files are, their syntax does, as Node itself has it. */
function asWritten(found: ResolveFnOutput): ResolveFnOutput {
  if (found.format !== 'commonjs') return found;
  const url = withoutMarks(found.url);
  return isWrittenAsModule(url) ? { ...found, url, format: 'module' } : found;
}

/**
 * tsx marks the address of what it takes for a CommonJS module whose exports are imported. What else its
 * query says stays: it tells a module that is loaded once more from what was there before.
 */
function withoutMarks(url: string): string {
  const marks = /(?:%3F[^/?]*)?\?([^?#]*?)&?tsx-commonjs-.*$/;
  return url.replace(marks, (_, query: string) => (query === '' ? '' : `?${query}`));
}

function isWrittenAsModule(url: string): boolean {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || pathname.includes('/node_modules/')) return false;
  if (/\.tsx?$/.test(pathname)) return true;
  return (
    /\.js$/.test(pathname) &&
    /^\s*(?:import|export)\b[^(.]/m.test(readFileSync(new URL(url), 'utf8'))
  );
}
