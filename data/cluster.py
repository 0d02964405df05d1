"""Workers on many machines: those of a Dask cluster. Needs the extra ``cluster``, here and on every worker."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Final, ParamSpec, TypeVar

from distributed import Client

from data.faults import DatasetError, Fault
from data.workers import OpenPool, Pool
from parsing.limits import MAX_SECONDS

_CONNECT: Final = 20  # seconds

P = ParamSpec("P")
T = TypeVar("T")


def cluster(address: str, seconds: float = MAX_SECONDS) -> OpenPool:
    """The workers of the cluster whose scheduler has this address, such as ``tcp://10.0.0.1:8786``.

    They must run the same version of this program, each on one thread, and reach the dataset by the same path. A
    worker that dies is replaced by its nanny, and what it was reading goes to another one.

    Opening the pool raises :class:`data.faults.DatasetError` when the scheduler cannot be reached.
    """

    def open_pool() -> Pool:
        try:
            client = Client(address, timeout=_CONNECT, set_as_default=False)
        except OSError as error:
            raise DatasetError(Fault.UNREACHABLE, place=address, detail=error) from error
        return Pool(_OfClient(client), max(1, sum(client.nthreads().values())), seconds)

    return open_pool


class _OfClient(Executor):
    """Dask's executor, which leaves its connection open when it is shut down; this one closes it."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    def submit(self, task: Callable[P, T], /, *given: P.args, **named: P.kwargs) -> Future[T]:
        """Send a task to the cluster."""
        return self._executor.submit(task, *given, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
        """Let go of the cluster; what it has not done is dropped."""
        self._executor.shutdown(wait=wait and not cancel_futures)
        self._client.close()
