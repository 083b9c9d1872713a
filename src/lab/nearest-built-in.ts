/**
 * The scenarios of ours nearest to a name that is not known. Of `pitfalls/blocking` each part is
 * looked at by itself, and whoever typed `blocking` alone may have meant it as well.
 */

import { builtInNames } from './builtins.js';
import { nearest } from './nearest.js';

/** Return the names that a mistyped one may have meant, nearest first. */
export function nearestBuiltIns(typed: string): string[] {
  const names = builtInNames().map((name) => ({ name, ...partsOf(name) }));
  const folders = [...new Set(names.flatMap(({ folder }) => folder ?? []))];
  const { folder, own } = partsOf(typed);
  if (folder === undefined) {
    const known = new Map(names.map((it) => [it.own, it.name]));
    for (const it of folders) known.set(it, it);
    return nearest(own, [...known.keys()]).flatMap((it) => known.get(it) ?? []);
  }
  return nearest(folder, folders).flatMap((near) => {
    const inside = names.filter((it) => it.folder === near).map((it) => it.own);
    const found = nearest(own, inside).map((it) => `${near}/${it}`);
    return found.length > 0 ? found : [near];
  });
}

function partsOf(name: string): { readonly folder?: string; readonly own: string } {
  const at = name.indexOf('/');
  return at < 0 ? { own: name } : { folder: name.slice(0, at), own: name.slice(at + 1) };
}
