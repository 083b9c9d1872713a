/**
 * The names of classes of errors: those of Python, whatever a bundler makes of the classes' own.
 *
 * As in Python, a class of the program's that derives from one of them has a name of its own, which
 * JavaScript leaves to whoever writes the class. It calls those that derive from its own `Error` by that
 * name; `errorName` knows better.
 */
import { nameClasses } from './classnames.js';

/** What JavaScript calls errors of the program's own classes, by what they derive from. */
const inherited = ['Error', 'TypeError'];

/** Return the name of an error's class, as Python shows it: JavaScript's plain `Error` is its `Exception`. */
export function errorName(error: Error): string {
  const own = (inherited.includes(error.name) && error.constructor.name) || error.name;
  return own === 'Error' ? 'Exception' : own;
}

/**
 * @internal Give classes of errors their names, and those that derive from them theirs.
 *
 * @param module where Python has them, if they are no built-ins
 */
export function nameErrors(
  classes: Readonly<Record<string, { readonly prototype: Error }>>,
  module?: string,
): void {
  nameClasses(classes, module);
  for (const [name, { prototype }] of Object.entries(classes)) {
    Object.defineProperty(prototype, 'name', {
      get(this: Error) {
        const isDerived = this.constructor !== prototype.constructor;
        return (isDerived && this.constructor.name) || name;
      },
      set(this: Error, value: unknown) {
        Object.defineProperty(this, 'name', { value, writable: true, configurable: true });
      },
      configurable: true,
    });
  }
}
