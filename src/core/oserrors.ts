/**
 * What the operating system refuses: `OSError` and its kinds, named as Python names them.
 *
 * Python chooses the class by the error's number, and `str(e)` is `[Errno 111] Connection refused`. The
 * numbers and texts here are those of Linux; a host that knows better brings its own.
 */
import { nameErrors } from './errornames.js';
import { PythonError } from './exceptions.js';
import { repr } from './repr.js';

/** The operating system could not do what it was asked (`OSError`). */
export class OSError extends PythonError {
  /** The number of the error, if there is one. */
  readonly errno: number | undefined;
  /** What the operating system calls it, if it has a number. */
  readonly strerror: string | undefined;
  /** Which file it is about, if it is about one. */
  readonly filename: string | undefined;

  constructor(message?: string);
  constructor(errno: number, strerror: string, filename?: string);
  constructor(first?: string | number, strerror?: string, filename?: string) {
    const file = filename === undefined ? '' : `: ${repr(filename)}`;
    super(typeof first === 'number' ? `[Errno ${first}] ${strerror}${file}` : first);
    this.filename = filename;
    this.errno = typeof first === 'number' ? first : undefined;
    this.strerror = typeof first === 'number' ? strerror : undefined;
  }

  override get args(): readonly unknown[] {
    return this.errno === undefined ? super.args : [this.errno, this.strerror];
  }
}

/** A connection failed; one of the four below as a rule. */
export class ConnectionError extends OSError {}

/** Somebody writes where nobody reads any more. */
export class BrokenPipeError extends ConnectionError {}

/** The other side gave up while the connection was made. */
export class ConnectionAbortedError extends ConnectionError {}

/** Nobody listens there. */
export class ConnectionRefusedError extends ConnectionError {}

/** The other side broke the connection off. */
export class ConnectionResetError extends ConnectionError {}

/** There is no such file. */
export class FileNotFoundError extends OSError {}

/** It is a file, not a directory. */
export class NotADirectoryError extends OSError {}

/** It is not allowed. */
export class PermissionError extends OSError {}

/** There is no such process. */
export class ProcessLookupError extends OSError {}

/** A name or its address could not be found (`socket.gaierror`). */
export class gaierror extends OSError {}

/** TLS failed (`ssl.SSLError`). */
export class SSLError extends OSError {
  constructor(reason: string) {
    super(1, reason);
    // Python leaves the number out here.
    this.message = reason;
  }
}

/** A certificate is not one to trust, or is another host's (`ssl.SSLCertVerificationError`). */
export class SSLCertVerificationError extends SSLError {}

nameErrors({
  OSError,
  ConnectionError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError,
  FileNotFoundError,
  NotADirectoryError,
  PermissionError,
  ProcessLookupError,
});
nameErrors({ gaierror }, 'socket');
nameErrors({ SSLError, SSLCertVerificationError }, 'ssl');

type Kind = readonly [
  type: new (errno: number, strerror: string, filename?: string) => OSError,
  errno: number,
  strerror: string,
];

const kinds: Readonly<Record<string, Kind>> = {
  ENOENT: [FileNotFoundError, 2, 'No such file or directory'],
  ESRCH: [ProcessLookupError, 3, 'No such process'],
  EPERM: [PermissionError, 1, 'Operation not permitted'],
  E2BIG: [OSError, 7, 'Argument list too long'],
  ENOEXEC: [OSError, 8, 'Exec format error'],
  EBADF: [OSError, 9, 'Bad file descriptor'],
  EAGAIN: [OSError, 11, 'Resource temporarily unavailable'],
  ENOMEM: [OSError, 12, 'Cannot allocate memory'],
  EACCES: [PermissionError, 13, 'Permission denied'],
  ENOTDIR: [NotADirectoryError, 20, 'Not a directory'],
  EINVAL: [OSError, 22, 'Invalid argument'],
  EPIPE: [BrokenPipeError, 32, 'Broken pipe'],
  EMFILE: [OSError, 24, 'Too many open files'],
  EADDRINUSE: [OSError, 98, 'Address already in use'],
  EADDRNOTAVAIL: [OSError, 99, 'Cannot assign requested address'],
  ENETUNREACH: [OSError, 101, 'Network is unreachable'],
  ECONNABORTED: [ConnectionAbortedError, 103, 'Software caused connection abort'],
  ECONNRESET: [ConnectionResetError, 104, 'Connection reset by peer'],
  ENOTCONN: [OSError, 107, 'Transport endpoint is not connected'],
  ETIMEDOUT: [OSError, 110, 'Connection timed out'],
  ECONNREFUSED: [ConnectionRefusedError, 111, 'Connection refused'],
  EHOSTUNREACH: [OSError, 113, 'No route to host'],
  EAI_NONAME: [gaierror, -2, 'Name or service not known'],
  EAI_AGAIN: [gaierror, -3, 'Temporary failure in name resolution'],
};

/** @internal Make the error for a name of C's, such as `ECONNREFUSED`; `known` is what the host knows of it. */
export function osError(
  code: string,
  known: {
    readonly errno?: number | undefined;
    readonly strerror?: string | undefined;
    readonly filename?: string | undefined;
  } = {},
): OSError {
  const [type, errno, strerror] = kinds[code] ?? [OSError, 0, code];
  return new type(known.errno ?? errno, known.strerror ?? strerror, known.filename);
}

/** @internal What Linux calls an error, if it is one of those above. */
export function strerrorOf(code: string): string | undefined {
  return kinds[code]?.[2];
}
