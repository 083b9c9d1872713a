import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Tests that want a process for themselves: they look at what is in it, or count the threads that wait
 * in it, or need one where nothing has been loaded. All others share theirs: sources are loaded once.
 */
const apart = [
  'test/core/host.test.ts',
  'test/lab/check/resources.test.ts',
  'test/hosts/{hosts,interrupts,workerpool,workers}.test.ts',
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
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...apart, ...onPyodide],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'on Pyodide', include: onPyodide, isolate: false },
      },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
