/**
 * Puts chunks together that are loaded together, for each file costs Node time.
 *
 * Chunks that the same programs load when they start become one. What a chunk imports is loaded by
 * every program that loads the chunk; so a way from one chunk to another of its group never leaves
 * the group, and no two files come to import each other.
 */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * What has become of a chunk: a part of another file, where what it exports has a name of its own.
 *
 * @typedef {{ file: string, names: ReadonlyMap<string, string> }} Place
 */

/**
 * Merge the chunks of a build, as far as some programs load them when they start.
 *
 * @param {Outputs} outputs what the build has written
 * @param {readonly (readonly string[])[]} programs the modules that each of them begins with
 */
export async function mergeChunks(outputs, programs) {
  const groups = groupsOf(outputs, programs);
  /** @type {Map<string, Place>} */
  const places = new Map();
  /** @type {string[]} */
  const files = [];
  for (const chunks of groups) {
    const file = `start-${files.length + 1}.js`;
    const names = new Set();
    for (const chunk of chunks) {
      places.set(basename(chunk), { file, names: distinct(outputs[chunk]?.exports ?? [], names) });
    }
    files.push(await merge(chunks, file, places));
  }
  const merged = groups.flat();
  const others = Object.keys(outputs).filter((path) => !merged.includes(path));
  for (const path of [...others, ...files]) if (path.endsWith('.js')) redirect(path, places);
  for (const path of merged) {
    rmSync(path);
    rmSync(`${path}.map`);
  }
}

/**
 * @param {Outputs} outputs
 * @param {readonly (readonly string[])[]} programs
 */
function groupsOf(outputs, programs) {
  const loaded = programs.map((modules) => loadedBy(modules, outputs));
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const chunk of new Set(loaded.flatMap((paths) => [...paths]))) {
    if (outputs[chunk]?.entryPoint !== undefined) continue;
    const key = loaded.map((paths) => Number(paths.has(chunk))).join('');
    groups.set(key, [...(groups.get(key) ?? []), chunk]);
  }
  return [...groups.values()];
}

/**
 * The files that a program loads when it starts.
 *
 * @param {readonly string[]} modules
 * @param {Outputs} outputs
 */
function loadedBy(modules, outputs) {
  const begins = Object.keys(outputs).filter((path) =>
    modules.includes(outputs[path]?.entryPoint ?? ''),
  );
  const paths = new Set(begins);
  for (const path of paths) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && imported in outputs) paths.add(imported);
    }
  }
  return paths;
}

/**
 * Names for what a chunk exports that no other one of its group has taken.
 *
 * @param {readonly string[]} exported
 * @param {Set<string>} taken
 */
function distinct(exported, taken) {
  return new Map(
    exported.map((name) => {
      let free = name;
      while (taken.has(free)) free += '_';
      taken.add(free);
      return [name, free];
    }),
  );
}

/**
 * @param {readonly string[]} chunks
 * @param {string} file
 * @param {ReadonlyMap<string, Place>} places
 */
async function merge(chunks, file, places) {
  const folder = dirname(chunks[0] ?? '');
  const names = chunks.map((chunk) => basename(chunk));
  const path = join(folder, file);
  await build({
    stdin: {
      contents: names.map((name) => exportAll(name, places)).join('\n'),
      resolveDir: folder,
    },
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [
      {
        name: 'this-group',
        setup: ({ onResolve }) =>
          onResolve({ filter: /./ }, (imported) =>
            names.includes(basename(imported.path))
              ? undefined
              : { path: imported.path, external: true },
          ),
      },
    ],
  });
  return path;
}

/**
 * @param {string} name
 * @param {ReadonlyMap<string, Place>} places
 */
function exportAll(name, places) {
  const names = [...(places.get(name)?.names ?? [])];
  return `export { ${names.map((pair) => pair.join(' as ')).join(', ')} } from './${name}';`;
}

/**
 * Have a file import from where the chunks have gone.
 *
 * @param {string} path
 * @param {ReadonlyMap<string, Place>} places
 */
function redirect(path, places) {
  const source = readFileSync(path, 'utf8');
  const statement = /^import (?:\{([^}]*)\} from )?"((?:\.\.?\/)+(?:[\w-]+\/)*)([\w-]+\.js)";$/gm;
  const redirected = source.replaceAll(statement, (whole, imported = '', folder, name) => {
    const place = places.get(name);
    if (place === undefined) return whole;
    const renamed = imported.replaceAll(
      /([\w$]+)( as [\w$]+)?(?=,|\s*$)/g,
      (/** @type {string} */ _pair, /** @type {string} */ first, local = ` as ${first}`) =>
        `${place.names.get(first)}${local}`,
    );
    return `import {${renamed}} from "${folder}${place.file}";`;
  });
  writeFileSync(path, redirected);
}
