/** The folder whose package `virtual_clock` CPython imports, in the sources as in what is built. */
export const pythonFolder = new URL('../lab/cpython/', import.meta.url);
