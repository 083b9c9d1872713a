/**
 * A reader that does not keep up: it rests again and again, and when its client has said all it says how
 * many bytes those were.
 */
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** After how many bytes it rests, and for how long, in milliseconds. */
const PORTION = 4 * 1024 * 1024;
const REST = 10;

/** Read everything, slowly. */
export function readSlowly(socket: Socket): void {
  let received = 0;
  socket.on('error', () => {});
  socket.on('data', (data) => {
    const portions = Math.floor(received / PORTION);
    received += data.length;
    if (Math.floor(received / PORTION) === portions) return;
    socket.pause();
    setTimeout(() => socket.resume(), REST);
  });
  socket.on('end', () => socket.end(String(received)));
}

/** Listen on a free port. */
export function slowReader(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer({ allowHalfOpen: true }, readSlowly);
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() });
    });
  });
}
