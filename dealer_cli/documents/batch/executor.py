"""Where work is done: in this process, or in several. Whoever has work does not see the difference."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Portions that wait for each process: enough that none is idle, few enough that memory stays flat."""


class Lost(Exception):
    """A process that worked for this one has ended; what it had in hand was not done."""


class Executor(Protocol):
    """Somewhere to work."""

    def map(self, setup: Callable[[], Callable[[T], R]], portions: Iterable[T]) -> Iterator[R]:
        """What the worker, set up once where the work is done, makes of each portion, in their order."""
        ...


class Here:
    """This process."""

    def map(self, setup: Callable[[], Callable[[T], R]], portions: Iterable[T]) -> Iterator[R]:
        """One portion after another."""
        work = setup()
        return (work(portion) for portion in portions)


class Processes:
    """Several processes, each started afresh, which is the same on every system. `setup`, portions and results are pickled."""

    def __init__(self, count: int) -> None:
        self._count = count

    def map(self, setup: Callable[[], Callable[[T], R]], portions: Iterable[T]) -> Iterator[R]:
        """Portions side by side, never many more in memory than are worked on. Raises `Lost`."""
        import multiprocessing
        from concurrent.futures import Future, ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        pool = ProcessPoolExecutor(self._count, multiprocessing.get_context("spawn"), _begin, (setup,))
        waiting: deque[Future[R]] = deque()
        try:
            for portion in portions:
                with _deaf():  # a process begins when it is first needed
                    waiting.append(pool.submit(_work, portion))
                if len(waiting) >= self._count * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise Lost from None
        except BaseException:
            # Whoever stops the run does not wait for what is in hand; none of it is written.
            for child in multiprocessing.active_children():
                child.kill()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """What is started within does not hear Ctrl-C, not even while it imports; this process hears it afterwards, and tells."""
    import signal
    from multiprocessing import resource_tracker

    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # it would end the silence when it begins
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


_setup: list[Callable[[], Callable[[Any], Any]]] = []
_worker: list[Callable[[Any], Any]] = []


def _begin(setup: Callable[[], Callable[[Any], Any]]) -> None:
    """What each process does first."""
    import signal
    import threading

    # Who presses Ctrl-C stops the run; the process that started this one sees to the rest.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _setup.append(setup)


def _end_with_parent() -> None:
    """A run that is killed leaves no process behind."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(portion: Any) -> Any:
    if not _worker:
        _worker.append(_setup[0]())
    return _worker[0](portion)
