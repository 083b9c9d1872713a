/**
 * The names of classes of errors: those of Python, whatever a bundler makes of the classes' own.
 *
 * As in Python, a class of the program's that derives from one of them has a name of its own, which
 * JavaScript leaves to whoever writes the class.
 */

/** @internal Give classes of errors their names, and those that derive from them theirs. */
export function nameErrors(classes: Readonly<Record<string, { readonly prototype: Error }>>): void {
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
