/**
 * Where the translation rule does not say what a name of asyncio's is here: other names, names that
 * are not here, and names that are here only. Everything else is computed.
 */

/** Names of asyncio's that are called something else than the rule says; a member as `Class.member`. */
export const otherNames: Readonly<Record<string, string>> = {
  AbstractEventLoop: 'EventLoop',
  AbstractServer: 'Server',
  BaseEventLoop: 'EventLoop',
  SelectorEventLoop: 'EventLoop',
  iscoroutine: 'isCoroutine',
  iscoroutinefunction: 'isCoroutineFunction',
  isfuture: 'isFuture',
  __aenter__: 'aenter',
  __aexit__: 'aexit',
  __anext__: 'anext',
  __await__: '[Symbol.iterator]',
};

/** Names of asyncio's that are not here. */
export interface Absence {
  /** What they have in common. */
  readonly what: string;
  /** A class stands for all of its members; a member is `Class.member`. */
  readonly names: readonly string[];
  readonly because: string;
  /** What to use. */
  readonly instead: string;
}

const loopMethods = (...names: string[]) => names.map((name) => `AbstractEventLoop.${name}`);

export const absences: readonly Absence[] = [
  {
    what: '`aiter(reader)`',
    names: ['StreamReader.__aiter__'],
    because: 'a source needs no more than `anext` here',
    instead: '`asyncFor(reader, function* (line) { … })`',
  },
  {
    what: 'processes with protocols',
    names: loopMethods('subprocess_exec', 'subprocess_shell'),
    because: "asyncio's layer of callbacks over processes is beneath its streams and not for all",
    instead: '`createSubprocessExec`, `createSubprocessShell`',
  },
  {
    what: 'transports and protocols',
    names: [
      'BaseProtocol',
      'Protocol',
      'BufferedProtocol',
      'DatagramProtocol',
      'SubprocessProtocol',
      'StreamReaderProtocol',
      'BaseTransport',
      'ReadTransport',
      'WriteTransport',
      'Transport',
      'DatagramTransport',
      'SubprocessTransport',
      ...loopMethods(
        'connect_accepted_socket',
        'connect_read_pipe',
        'connect_write_pipe',
        'create_connection',
        'create_datagram_endpoint',
        'create_server',
        'create_unix_connection',
        'create_unix_server',
        'start_tls',
      ),
    ],
    because:
      "asyncio's layer of callbacks over sockets is beneath its streams and not for all; Node has its own",
    instead: "`openConnection`, `startServer`; Node's `node:net`, `node:tls`, `node:dgram`",
  },
  {
    what: 'sockets and file descriptors',
    names: loopMethods(
      'add_reader',
      'add_writer',
      'remove_reader',
      'remove_writer',
      'sock_accept',
      'sock_connect',
      'sock_recv',
      'sock_recv_into',
      'sock_recvfrom',
      'sock_recvfrom_into',
      'sock_sendall',
      'sock_sendfile',
      'sock_sendto',
    ),
    because: 'JavaScript has no file descriptors to watch and no sockets without events',
    instead: '`node:net`, `node:dgram`',
  },
  {
    what: 'sending files',
    names: ['SendfileNotAvailableError', ...loopMethods('sendfile')],
    because: 'JavaScript cannot have the system copy a file to a socket',
    instead: '`stream.pipeline`',
  },
  {
    what: 'name resolution',
    names: loopMethods('getaddrinfo', 'getnameinfo'),
    because: 'Node resolves names with promises',
    instead: '`wrapFuture(dns.promises.lookup(host))`, `wrapFuture(dns.promises.lookupService(…))`',
  },
  {
    what: 'policies',
    names: ['get_event_loop_policy', 'set_event_loop_policy'],
    because: 'deprecated in 3.14, to be removed in 3.16',
    instead: '`run(main(), { loopFactory })`, `new Runner({ loopFactory })`',
  },
  {
    what: 'loops of platforms',
    names: ['IocpProactor', 'ProactorEventLoop'],
    because: 'on Windows only; one loop serves every platform here',
    instead: '`EventLoop`',
  },
  {
    what: '`with Runner()`',
    names: ['Runner.__enter__', 'Runner.__exit__'],
    because: "closing a runner takes time, and JavaScript's blocks cannot wait",
    instead: '`try { … } finally { await runner.close(); }`',
  },
  {
    what: "loops of one's own",
    names: ['_get_running_loop', '_set_running_loop'],
    because: 'for those who write event loops of their own; a host drives the loop here',
    instead: '`getRunningLoop()`; `Host`, for another clock or platform',
  },
  {
    what: "tasks of one's own",
    names: [
      '_enter_task',
      '_leave_task',
      '_register_task',
      '_unregister_task',
      'future_add_to_awaited_by',
      'future_discard_from_awaited_by',
    ],
    because: 'for those who write tasks and futures of their own; here they are subclassed',
    instead: '`Task`, `Future`, `setTaskFactory`',
  },
];

/** What to know about names that are here; a member as `Class.member`. */
export const remarks: Readonly<Record<string, string>> = {
  'AbstractEventLoop.add_signal_handler': "a signal is its name, `'SIGTERM'`, or its number",
  'AbstractEventLoop.call_at': 'the context is a last argument `{ context }`',
  'AbstractEventLoop.call_later': 'the context is a last argument `{ context }`',
  'AbstractEventLoop.call_soon': 'the context is a last argument `{ context }`',
  'AbstractEventLoop.run_forever': 'returns a promise',
  'AbstractEventLoop.run_in_executor': 'takes a function declared with `threaded`',
  'AbstractEventLoop.run_until_complete': 'returns a promise',
  'AbstractEventLoop.shutdown_asyncgens': 'does nothing: there are no asynchronous generators',
  create_subprocess_exec:
    'its `Process` and its constants are exports: `PIPE`, `STDOUT`, `DEVNULL`; the virtual clock waits for it',
  create_subprocess_shell: 'the same, for a line of `/bin/sh`',
  capture_call_graph: 'see [call graphs](#in-call-graphs-and-stacks)',
  ensure_future: 'takes any awaitable',
  Future: 'plain JavaScript can `await` it',
  iscoroutinefunction:
    'functions of the library, like `sleep`, are plain functions that return one',
  new_event_loop: 'takes the clock: `{ clock, speed, debug, observer }`',
  open_connection: 'without a host it is 127.0.0.1; `{ ssl, serverHostname }` for TLS',
  PriorityQueue: '`{ compare }` for items that have no order of their own',
  run: 'returns a promise; takes the clock too',
  run_coroutine_threadsafe:
    'on a thread it takes a coroutine function and its arguments, for coroutines do not travel',
  Runner: 'takes the clock too',
  'Runner.close': 'returns a promise',
  'Runner.run': 'returns a promise',
  start_server:
    "without a host it listens on 127.0.0.1 alone; `''` is every interface of IPv4; `{ ssl }` for TLS",
  'StreamWriter.get_extra_info':
    "`peername`, `sockname`, `socket`; over TLS `sslcontext`, `ssl_object`, `peercert`, `cipher`; of a process's input `pipe`",
  'StreamWriter.start_tls': 'contexts are options of `node:tls`; see [TLS](#in-what-happens)',
  'Task.get_stack': 'frames are `{ name, isAsync, file, line }`',
  'Task.print_stack': 'all of it goes to the standard output, without the source lines',
  to_thread: 'takes a function declared with `threaded`',
  wrap_future: 'takes a promise, or the future of an executor',
};

/** Exports that asyncio has no name for, or Python has elsewhere, and what they are. */
export const additions: Readonly<Record<string, string>> = {
  asyncFor: '`async for x in source: …`, and with `asCompleted`',
  AsCompleted: 'what `asCompleted` gives',
  AssertionError: 'the built-in',
  asyncWith: '`async with manager as x: …`',
  BaseExceptionGroup: 'the built-in, with `split` and `subgroup`',
  blockingSleep: '`time.sleep`',
  BrokenPipeError: 'the built-in',
  callSoonThreadsafe: '`loop.call_soon_threadsafe`, for a function that runs on a thread',
  ConcurrentFuture: '`concurrent.futures.Future`',
  ConnectionAbortedError: 'the built-in',
  ConnectionError: 'the built-in',
  ConnectionRefusedError: 'the built-in',
  ConnectionResetError: 'the built-in',
  Context: '`contextvars.Context`',
  ContextVar: '`contextvars.ContextVar`',
  copyContext: '`contextvars.copy_context`',
  Coroutine: 'the type of coroutine objects',
  coroutine: '`async def`',
  DeadlockError: 'raised where asyncio hangs for ever; see below',
  defineScenario: 'a scenario of the lab',
  defineExercise: 'an exercise of the workshop',
  defineExerciseSet: 'the exercises of a workshop, in their chapters',
  DEVNULL: '`asyncio.subprocess.DEVNULL`',
  ExceptionGroup: 'the built-in, with `split` and `subgroup`',
  FileNotFoundError: 'the built-in',
  gaierror: '`socket.gaierror`',
  KeyboardInterrupt: 'the built-in',
  LookupError: 'the built-in',
  NotImplementedError: 'the built-in',
  OSError: 'the built-in',
  NotADirectoryError: 'the built-in',
  PIPE: '`asyncio.subprocess.PIPE`',
  Process: '`asyncio.subprocess.Process`',
  ProcessLookupError: 'the built-in',
  STDOUT: '`asyncio.subprocess.STDOUT`',
  perfCounter: "`time.perf_counter`, on the loop's clock",
  PermissionError: 'the built-in',
  print: 'the built-in',
  PythonError: 'the base of the exceptions of Python that are here',
  realHost: 'what drives a loop on the real clock',
  Recorder: 'an observer that keeps what a loop did',
  rethrowIfCancelled: '`except Exception`, which lets a cancellation pass',
  RuntimeError: 'the built-in',
  SSLCertVerificationError: '`ssl.SSLCertVerificationError`',
  SSLError: '`ssl.SSLError`',
  threaded: 'declares a function that can run on a thread; see below',
  threadId: '`threading.get_ident`',
  ThreadPoolExecutor: '`concurrent.futures.ThreadPoolExecutor`',
  Token: '`contextvars.Token`',
  ValueError: 'the built-in',
  virtualHost: 'what drives a loop on a clock that jumps to the next timer',
  withHost: 'another host for what a program does',
};
