"""Sockets in memory, so that CPython's own transports and streams run on the virtual clock.

What stands in for the operating system is as little as asyncio asks of it: a socket class, and which
sockets are ready. Two ends behave as on Linux's loopback without delay: what is sent is there at
once, a close is read as the end, and whoever closes with bytes unread, or is written to after closing,
resets the connection. A loop is told of sockets in the order in which epoll tells of them. No socket
of the machine is opened.
"""

import errno
import itertools
import os
import socket
from selectors import EVENT_READ, EVENT_WRITE, SelectorKey

_FIRST_DESCRIPTOR = 1_000_000  # far from all that the process really has open
_FIRST_FREE_PORT = 49152
_BUFFER = 256 * 1024
_ALL = "0.0.0.0"

# Of the options that asyncio sets, an interpreter without sockets does not even know the names.
_options = {"SO_REUSEADDR": 2}


class _Network:
    """The sockets of one program, which can reach each other and nothing else."""

    def __init__(self):
        self.is_used = False
        self.sockets = {}
        self.listeners = {}
        self.descriptors = itertools.count(_FIRST_DESCRIPTOR)
        self.free_ports = itertools.count(_FIRST_FREE_PORT)
        self.watches = []


_network = _Network()


class Socket:
    """What asyncio uses of a TCP socket that never blocks."""

    def __init__(self, family=socket.AF_INET, type=socket.SOCK_STREAM, proto=0, fileno=None):
        if family not in (socket.AF_INET, socket.AF_INET6) or not type & socket.SOCK_STREAM:
            raise OSError(errno.EAFNOSUPPORT, "The network of the virtual clock has TCP alone")
        self.family, self.type, self.proto = family, type, proto
        self._descriptor = next(_network.descriptors)
        self._name = self._peer_name = None
        self._peer = None
        self._waiting = None  # connections not accepted yet; of a listener only
        self._backlog = 0
        self._received = bytearray()
        self._has_end = self._has_shut_down = self._is_reset = False
        self._error = None
        _network.sockets[self._descriptor] = self
        _network.is_used = True

    def bind(self, address):
        host, port = address[:2]
        if (host, port) in _network.listeners:
            raise _os_error(errno.EADDRINUSE)
        self._name = host, port or next(_network.free_ports)

    def listen(self, backlog=128):
        self._waiting, self._backlog = [], backlog
        _network.listeners[self._name] = self

    def connect(self, address):
        host, port = address[:2]
        listeners = _network.listeners
        listener = listeners.get((host, port)) or listeners.get((_ALL, port))
        if listener is None or not listener._has_room():
            self._error = errno.ECONNREFUSED
        else:
            self._name = "127.0.0.1", next(_network.free_ports)
            self._peer_name = host, port
            self._peer = other = Socket(self.family)
            other._name, other._peer_name, other._peer = self._peer_name, self._name, self
            listener._waiting.append(other)
            listener._changed(EVENT_READ)
        self._changed(EVENT_WRITE)
        raise BlockingIOError(errno.EINPROGRESS, os.strerror(errno.EINPROGRESS))

    def accept(self):
        if not self._waiting:
            raise _os_error(errno.EAGAIN)
        accepted = self._waiting.pop(0)
        return accepted, accepted._peer_name

    def recv(self, size):
        if self._received:
            data = bytes(self._received[:size])
            del self._received[:size]
            self._peer._changed(EVENT_WRITE)
            return data
        self._raise_error()
        if self._has_end or self._is_reset:
            return b""
        raise _os_error(errno.EAGAIN)

    def recv_into(self, buffer):
        data = self.recv(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def send(self, data):
        self._raise_error()
        if self._is_reset or self._has_shut_down:
            raise _os_error(errno.EPIPE)
        if self._peer._descriptor < 0:
            self._reset()  # as TCP answers whoever writes to a socket that is closed
            return len(data)
        count = min(len(data), _BUFFER - len(self._peer._received))
        if count == 0:
            raise _os_error(errno.EAGAIN)
        self._peer._received += data[:count]
        self._peer._changed(EVENT_READ)
        return count

    def sendmsg(self, buffers):
        return self.send(b"".join(buffers))

    def shutdown(self, how):
        if how != socket.SHUT_RD and not self._has_shut_down:
            self._has_shut_down = True
            self._peer._has_end = True
            self._peer._changed(EVENT_READ)

    def close(self):
        if self._descriptor < 0:
            return
        del _network.sockets[self._descriptor]
        self._descriptor = -1
        if self._waiting is not None:
            del _network.listeners[self._name]
            for connection in self._waiting:
                connection._refuse()
        elif self._peer is not None and not self._is_reset:
            if self._received:
                self._peer._reset()
            else:
                self.shutdown(socket.SHUT_WR)

    def fileno(self):
        return self._descriptor

    def getsockname(self):
        return self._name or (_ALL, 0)

    def getpeername(self):
        if self._peer_name is None:
            raise _os_error(errno.ENOTCONN)
        return self._peer_name

    def getsockopt(self, _level, option):
        if option != socket.SO_ERROR:
            return 0
        error, self._error = self._error, None
        return error or 0

    def setsockopt(self, *_option):
        pass

    def setblocking(self, _flag):
        pass

    def gettimeout(self):
        return 0.0

    def is_ready(self, event):
        if event == EVENT_READ:
            is_ready = self._received or self._waiting or self._has_end or self._is_reset
        else:
            is_ready = self._is_reset or self._peer is None or len(self._peer._received) < _BUFFER
        return bool(is_ready or self._error)

    def _has_room(self):
        # Linux lets one more wait than it was told; whoever accepts makes room in time.
        is_watched = any(self._descriptor in watch.get_map() for watch in _network.watches)
        return is_watched or len(self._waiting) <= self._backlog

    def _refuse(self):
        del _network.sockets[self._descriptor]
        self._descriptor = -1
        self._peer._reset()

    def _changed(self, event):
        for watch in _network.watches:
            watch.notice(self._descriptor, event)

    def _reset(self):
        self._is_reset = True
        # As Linux has it: who has read the end already learns of it when it writes.
        if not self._has_end:
            self._error = errno.ECONNRESET
        self._changed(EVENT_READ)
        self._changed(EVENT_WRITE)

    def _raise_error(self):
        error, self._error = self._error, None
        if error:
            raise _os_error(error)


class Watch:
    """The sockets that a loop watches: a selector, but for the waiting.

    As epoll does it, a socket that becomes ready goes to the end of a list, and keeps its place whatever
    else happens to it. When the list is asked for, what is ready still is told of and goes to the end
    again, before all that happens next; the rest leaves the list.
    """

    def __init__(self):
        self._keys = {}
        self._list = {}
        _network.watches.append(self)

    def get_map(self):
        return self._keys

    def get_key(self, descriptor):
        return self._keys[descriptor]

    def register(self, descriptor, events, data=None):
        self._keys[descriptor] = SelectorKey(descriptor, descriptor, events, data)
        if self._ready_events(descriptor):
            self._list.setdefault(descriptor)

    modify = register

    def unregister(self, descriptor):
        del self._keys[descriptor]
        self._list.pop(descriptor, None)

    def close(self):
        self._keys.clear()
        self._list.clear()
        if self in _network.watches:
            _network.watches.remove(self)

    def notice(self, descriptor, event):
        """Take note that something happened to a socket."""
        key = self._keys.get(descriptor)
        if key is not None and key.events & event:
            self._list.setdefault(descriptor)

    def ready(self):
        """Return what is ready, in the order of the list."""
        looked_at, self._list = self._list, {}
        found = []
        for descriptor in looked_at:
            events = self._ready_events(descriptor)
            if events:
                self._list[descriptor] = None
                found.append((self._keys[descriptor], events))
        return found

    def _ready_events(self, descriptor):
        connection = _network.sockets[descriptor]
        wanted = self._keys[descriptor].events
        return sum(
            event
            for event in (EVENT_READ, EVENT_WRITE)
            if wanted & event and connection.is_ready(event)
        )


def addresses_of(host, port):
    """Find the addresses of a host, as getaddrinfo does: a name stands for a host of its own."""
    place = "127.0.0.1" if host == "localhost" else host or _ALL
    return [(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (place, port or 0))]


def trace():
    """Say that sockets were in memory, if there were any."""
    return {"network": "in memory"} if _network.is_used else {}


def patches():
    """Begin with a network in which nobody listens."""
    global _network
    _network = _Network()
    yield socket, "socket", Socket
    for name, number in _options.items():
        if not hasattr(socket, name):
            yield socket, name, number


def _os_error(number):
    return OSError(number, os.strerror(number))
