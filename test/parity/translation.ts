/**
 * The library's rule for names: from Python's to its own.
 */

/** Translate a name; those of classes and constants stay as they are. */
export function inCamelCase(name: string): string {
  return isClassName(name) ? name : name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** Tell whether a name, without its module, is that of a class or a constant. */
export function isClassName(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** Return a name without that of its module: everything is exported from one place here. */
export function withoutModule(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What has another name here. */
const renamed: Readonly<Record<string, string>> = {
  'time.sleep': 'blockingSleep',
  'math.inf': 'Infinity',
  'math.nan': 'NaN',
  str: 'String',
};

/** Translate the name of something that is imported or built in. */
export function translated(name: string): string {
  return renamed[name] ?? inCamelCase(withoutModule(name));
}
