/**
 * Takes modules of Node's as they are. An ES import of one first reads all that it exports, and with
 * that loads whatever Node itself would load on first use only: streams and promises with `node:fs`,
 * the parser of arguments with `node:util`, three milliseconds each.
 *
 * What a bundled CommonJS package requires is looked up when it is used.
 */

/** Those that load much. */
const greedy = /^node:(?:fs|util)$/;

/** @type {import('esbuild').Plugin} */
export const plainBuiltins = {
  name: 'plain-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, kind }) => {
      if (kind === 'require-call') return { path, namespace: 'required' };
      if (greedy.test(path)) return { path, namespace: 'imported', sideEffects: false };
      return { path, external: true };
    });
    onLoad({ filter: /./, namespace: 'imported' }, ({ path }) => ({ contents: asImported(path) }));
    onLoad({ filter: /./, namespace: 'required' }, ({ path }) => ({ contents: asRequired(path) }));
  },
};

/** @param {string} path */
function asImported(path) {
  const names = Object.keys(process.getBuiltinModule(path)).filter((name) => name !== 'default');
  return [
    `const whole = /* @__PURE__ */ process.getBuiltinModule('${path}');`,
    ...names.map((name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})();`),
  ].join('\n');
}

/** @param {string} path */
function asRequired(path) {
  if (path === 'node:process') return 'module.exports = process;';
  return `module.exports = new Proxy({}, {
    get: (_, name) => process.getBuiltinModule('${path}')[name],
  });`;
}
