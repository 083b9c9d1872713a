import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Tests that leave nothing behind: the sources are loaded once for all of them. Only that of the core
 * without a host needs a process where nothing has been loaded.
 */
const together = ['core', 'asyncio', 'trace', 'report'].map(
  (room) => `test/${room}/**/!(host).test.ts`,
);

/**
 * Tests that start programs, or look at files, and run no loop themselves: what others have left open
 * in their process would keep a loop from knowing that nothing more can come.
 */
const outside = [
  'test/{bench,cli}/**/*.test.ts',
  'test/lab/!(execute|observers|perform).test.ts',
  'test/lab/{cpython,exercise}/*.test.ts',
  'test/lab/check/!(resources).test.ts',
  'test/*.test.ts',
];

/** Tests that run programs on CPython as WebAssembly, which takes seconds to load: once for all of them. */
const onPyodide = [
  'test/asyncio/callgraph.test.ts',
  'test/lab/cpython/{recordings,virtual-clock}.test.ts',
  'test/lab/exercise/recordings.test.ts',
  'test/parity/{catalogue,parity}.test.ts',
  'test/parity/wire/wire.test.ts',
];

export default defineConfig({
  resolve: {
    alias: { 'asyncio-lab': fileURLToPath(new URL('./src/index.ts', import.meta.url)) },
  },
  test: {
    // Vitest would leave a core to itself, and half of the time these tests wait for programs they run.
    maxWorkers: '100%',
    // They end what hangs: a busy machine may take many seconds to start a program.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/counts.ts'],
    setupFiles: 'test/setup.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: [...together, ...outside, ...onPyodide],
        },
      },
      {
        extends: true,
        test: { name: 'outside', include: outside, exclude: onPyodide, isolate: false },
      },
      {
        extends: true,
        test: { name: 'on Pyodide', include: onPyodide, isolate: false },
      },
      {
        extends: true,
        test: { name: 'together', include: together, exclude: onPyodide, isolate: false },
      },
    ],
  },
});
