/**
 * The modules in which Python has the classes of this library, for a program that prints a class.
 */
import { nameClasses } from '../core/classnames.js';
import { ConcurrentFuture } from '../core/concurrent.js';
import { Context, ContextVar, Token } from '../core/contextvars.js';
import { Coroutine } from '../core/coroutines.js';
import { EventLoop } from '../core/events.js';
import { Future } from '../core/futures.js';
import { Handle, TimerHandle } from '../core/handles.js';
import { Task } from '../core/tasks.js';
import { Barrier } from './barrier.js';
import { FrameCallGraphEntry, FutureCallGraph } from './callgraph.js';
import { Condition } from './condition.js';
import { Event } from './event.js';
import { LifoQueue } from './lifoqueue.js';
import { Lock } from './locks.js';
import { PriorityQueue } from './priorityqueue.js';
import { Queue } from './queues.js';
import { Runner } from './runners.js';
import { BoundedSemaphore, Semaphore } from './semaphores.js';
import { Server } from './servers.js';
import { StreamReader } from './streamreader.js';
import { StreamWriter } from './streamwriter.js';
import { Process } from './subprocess.js';
import { TaskGroup } from './taskgroups.js';
import { ThreadPoolExecutor } from './threads.js';
import { Timeout } from './timeouts.js';

nameClasses({ coroutine: Coroutine });
nameClasses({ Future, Task }, '_asyncio');
nameClasses({ Context, ContextVar, Token }, '_contextvars');
nameClasses({ Server }, 'asyncio.base_events');
nameClasses({ Handle, TimerHandle }, 'asyncio.events');
nameClasses({ FrameCallGraphEntry, FutureCallGraph }, 'asyncio.graph');
nameClasses({ Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore }, 'asyncio.locks');
nameClasses({ LifoQueue, PriorityQueue, Queue }, 'asyncio.queues');
nameClasses({ Runner }, 'asyncio.runners');
nameClasses({ StreamReader, StreamWriter }, 'asyncio.streams');
nameClasses({ Process }, 'asyncio.subprocess');
nameClasses({ TaskGroup }, 'asyncio.taskgroups');
nameClasses({ Timeout }, 'asyncio.timeouts');
nameClasses({ _UnixSelectorEventLoop: EventLoop }, 'asyncio.unix_events');
nameClasses({ Future: ConcurrentFuture }, 'concurrent.futures._base');
nameClasses({ ThreadPoolExecutor }, 'concurrent.futures.thread');
