/**
 * How Python shows a value: `str()` for what is printed, `repr()` for what messages quote.
 *
 * JavaScript has one number type, so `3.0` shows as `3`; everything else that has a counterpart in
 * Python shows as the counterpart does.
 */
import { className } from './classnames.js';
import { errorName } from './errornames.js';
import { PythonError } from './exceptions.js';

/** Return a value as Python's `print` writes it. */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.message;
  return repr(value);
}

/** Return a value as Python's `repr()` writes it. */
export function repr(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'undefined':
      return 'None';
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
      return reprNumber(value);
    case 'function':
      return isClass(value)
        ? `<class '${className(value)}'>`
        : `<function ${value.name || '<lambda>'}>`;
    case 'symbol':
      return `<${value.description}>`;
    case 'object':
      return reprObject(value);
    default:
      return String(value);
  }
}

/** Tell classes from functions: nothing can be put in the place of a class's prototype. */
function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false;
}

/** Return what Python calls the type of a value, for messages. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'undefined':
      return 'NoneType';
    case 'boolean':
      return 'bool';
    case 'bigint':
      return 'int';
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float';
    case 'object':
      return nameOfClass(value);
    default:
      return typeof value;
  }
}

function nameOfClass(value: object | null): string {
  if (value === null) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof Set) return 'set';
  if (value instanceof Map || isRecord(value)) return 'dict';
  if (value instanceof Error) return errorName(value);
  // A bare generator is a coroutine here.
  if (Object.prototype.toString.call(value) === '[object Generator]') return 'coroutine';
  return className(value.constructor).replace(/^.*\./, '');
}

/** Tell whether it is an object without a class, whose fields are what there is to it. */
function isRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Smaller floats than that are written with an exponent, which has two digits at least. */
const SMALLEST_WITHOUT_EXPONENT = 1e-4;

function reprNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size === 0 || size >= SMALLEST_WITHOUT_EXPONENT) return String(value);
  return value.toExponential().replace(/e-(\d)$/, 'e-0$1');
}

function reprObject(value: object | null): string {
  if (value === null) return 'None';
  if (value instanceof Error) return reprError(value);
  if (Array.isArray(value)) return enclosed(value, '[', () => value.map(repr), ']');
  if (value instanceof Uint8Array) return reprBytes(value);
  if (value instanceof Set) {
    return value.size === 0 ? 'set()' : enclosed(value, '{', () => Array.from(value, repr), '}');
  }
  if (value instanceof Map) return enclosed(value, '{', () => reprEntries(value), '}');
  if (isRecord(value)) {
    return enclosed(value, '{', () => reprEntries(Object.entries(value)), '}');
  }
  return value.toString === Object.prototype.toString
    ? `<${value.constructor.name} object>`
    : String(value);
}

/** The collections that are being shown at this moment. */
const beingShown = new Set<object>();

/** Show a collection; inside of itself, by way of others too, it is three dots. */
function enclosed(value: object, open: string, items: () => string[], close: string): string {
  if (beingShown.has(value)) return `${open}...${close}`;
  beingShown.add(value);
  try {
    return open + items().join(', ') + close;
  } finally {
    beingShown.delete(value);
  }
}

function reprEntries(entries: Iterable<readonly [unknown, unknown]>): string[] {
  return Array.from(entries, ([key, value]) => `${repr(key)}: ${repr(value)}`);
}

function reprError(error: Error): string {
  if (error instanceof AggregateError) {
    const text = error.message.replace(/ \(\d+ sub-exceptions?\)$/, '');
    return `${error.name}(${quote(text)}, ${repr(error.errors)})`;
  }
  if (error instanceof PythonError) return `${error.name}(${error.args.map(repr).join(', ')})`;
  const name = errorName(error);
  return error.message === '' ? `${name}()` : `${name}(${quote(error.message)})`;
}

/** Bytes: ASCII as it is, everything else by its number. */
function reprBytes(bytes: Uint8Array): string {
  const text = quote(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const escaped = text.replaceAll(/[^ -~]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `b${escaped}`;
}

/** What Python does not print as it is: controls, formats, what has no meaning, and spaces but for the one. */
const UNPRINTABLE = /(?! )[\p{C}\p{Z}]/gu;

function escapeOf(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll(UNPRINTABLE, escapeOf);
  return `${mark}${mark === "'" ? escaped.replaceAll("'", "\\'") : escaped}${mark}`;
}
