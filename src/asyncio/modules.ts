/**
 * The modules that CPython has the classes in: `print(task.constructor)` shows them, as `print(type(task))`
 * does there.
 */
import { nameClass } from '../core/classnames.js';
import { Context, ContextVar, Token } from '../core/contextvars.js';
import { Coroutine } from '../core/coroutines.js';
import { EventLoop } from '../core/events.js';
import { Future } from '../core/futures.js';
import { Handle, TimerHandle } from '../core/handles.js';
import { Task } from '../core/tasks.js';
import { Barrier } from './barrier.js';
import { Condition } from './condition.js';
import { Event } from './event.js';
import { LifoQueue } from './lifoqueue.js';
import { Lock } from './locks.js';
import { PriorityQueue } from './priorityqueue.js';
import { Queue } from './queues.js';
import { Runner } from './runners.js';
import { BoundedSemaphore, Semaphore } from './semaphores.js';
import { StreamReader } from './streamreader.js';
import { StreamWriter } from './streamwriter.js';
import { Process } from './subprocess.js';
import { TaskGroup } from './taskgroups.js';
import { Timeout } from './timeouts.js';

const modules: Readonly<Record<string, readonly { readonly name: string }[]>> = {
  _asyncio: [Future, Task],
  _contextvars: [Context, ContextVar, Token],
  'asyncio.events': [Handle, TimerHandle],
  'asyncio.locks': [Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore],
  'asyncio.queues': [LifoQueue, PriorityQueue, Queue],
  'asyncio.runners': [Runner],
  'asyncio.streams': [StreamReader, StreamWriter],
  'asyncio.subprocess': [Process],
  'asyncio.taskgroups': [TaskGroup],
  'asyncio.timeouts': [Timeout],
};

for (const [module, classes] of Object.entries(modules)) {
  for (const type of classes) nameClass(type, `${module}.${type.name}`);
}
nameClass(Coroutine, 'coroutine');
nameClass(EventLoop, 'asyncio.unix_events._UnixSelectorEventLoop');
