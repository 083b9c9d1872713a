import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { 'asyncio-lab': fileURLToPath(new URL('./src/index.ts', import.meta.url)) },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Vitest would leave a core to itself, and half of the time these tests wait for programs they run.
    maxWorkers: '100%',
    reporters: ['default', './test/counts.ts'],
  },
});
