/**
 * The hooks themselves, which Node runs on a thread of their own.
 */
import { readFileSync } from 'node:fs';
import type { ResolveFnOutput, ResolveHookContext } from 'node:module';

type Next = (specifier: string, context?: ResolveHookContext) => Promise<ResolveFnOutput>;

const runtime = new URL('../index.js', import.meta.url).href;

/** Find a module: `asyncio-lab` is this copy, and what is written as an ES module is one. */
export async function resolve(
  specifier: string,
  context: ResolveHookContext,
  next: Next,
): Promise<ResolveFnOutput> {
  if (specifier === 'asyncio-lab') return { url: runtime, format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  return found.format === 'commonjs' && isWrittenAsModule(found.url)
    ? { ...found, format: 'module' }
    : found;
}

/** Where no package.json says what files are, their syntax does, as Node itself has it. */
function isWrittenAsModule(url: string): boolean {
  const { protocol, pathname } = new URL(url);
  if (protocol !== 'file:' || pathname.includes('/node_modules/')) return false;
  if (/\.tsx?$/.test(pathname)) return true;
  return (
    /\.js$/.test(pathname) &&
    /^\s*(?:import|export)\b[^(.]/m.test(readFileSync(new URL(url), 'utf8'))
  );
}
