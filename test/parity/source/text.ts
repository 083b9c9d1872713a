/**
 * What the sources in both languages have in common.
 */
import type { Block, Statement } from '../program.js';

/** Indent lines by so many spaces. */
export function indented(lines: readonly string[], width: number): string[] {
  return lines.map((line) => ' '.repeat(width) + line);
}

/** Return the names of the variables that statements set, wherever in them. */
export function variablesSetIn(body: Block): string[] {
  return [...new Set([...statementsIn(body)].flatMap((it) => (it.do === 'set' ? [it.name] : [])))];
}

/** Give all statements, those inside of others too. */
export function* statementsIn(body: Block): Generator<Statement> {
  for (const statement of body) {
    yield statement;
    if ('body' in statement) yield* statementsIn(statement.body);
    if (statement.do === 'if') yield* statementsIn(statement.else ?? []);
    if (statement.do !== 'try') continue;
    for (const clause of statement.except ?? []) yield* statementsIn(clause.body);
    yield* statementsIn(statement.finally ?? []);
  }
}
