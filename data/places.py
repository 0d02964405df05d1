"""Where a dataset lies: a folder of this machine or network, or an address in an object store that speaks S3."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final, cast

# A private module, but the only way in this wheel to keep plain bytes: the public deltalake.fs.DeltaStorageHandler
# hands pyarrow's buffers to a function that takes nothing but bytes.
from deltalake._internal import DeltaFileSystemHandler

from data.whole_files import whole_file

_SCHEME: Final = "s3://"
_SPARE: Final = 256 * 1024  # bytes that a commit takes besides its rows


@dataclass(frozen=True, slots=True)
class Bucket:
    """An address in an object store, such as ``s3://bucket/dataset``.

    Keys, region and endpoint come from the environment (``AWS_ACCESS_KEY_ID``, ``AWS_ENDPOINT_URL`` …), where Delta
    and Polars look for them too.
    """

    address: str

    def __truediv__(self, name: str) -> Bucket:
        return Bucket(f"{self.address}/{name}")

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]

    def read_bytes(self) -> bytes:
        """The object.

        Raises:
            OSError: there is none, or the store cannot be reached.
        """
        store, key = self._parts()
        file = store.open_input_file(key)
        return file.read(file.size())

    def write_bytes(self, content: bytes) -> None:
        """Put the object; whoever reads sees all of it or nothing.

        Raises:
            OSError: no permission, or the store cannot be reached.
        """
        store, key = self._parts()
        with closing(cast("BinaryIO", store.open_output_stream(key))) as file:  # its stub forgets that it closes
            file.write(content)

    def remove(self) -> None:
        """Take the object away.

        Raises:
            OSError: no permission, or the store cannot be reached.
        """
        store, key = self._parts()
        store.delete_file(key)

    def _parts(self) -> tuple[DeltaFileSystemHandler, str]:
        bucket, _, key = self.address.removeprefix(_SCHEME).partition("/")
        return _store(f"{_SCHEME}{bucket}"), key


Location = Path | Bucket


def place(location: str | Location) -> Location:
    """A folder or an address, as a user writes it."""
    if isinstance(location, Bucket):
        return location
    written = str(location)
    if written.startswith(_SCHEME):
        return Bucket(written.rstrip("/"))
    return Path(location).absolute()


def write_whole(file: Location, content: bytes) -> None:
    """Write a file or object that appears whole or not at all.

    Raises:
        OSError: no permission, no room, or the store cannot be reached.
    """
    if isinstance(file, Bucket):
        file.write_bytes(content)
        return
    with whole_file(file) as stream:
        stream.write(content)


def check_room(location: Location, size: int) -> None:
    """See that a disk takes so many bytes more, before a library is half through writing them.

    Raises:
        OSError: it does not.
    """
    if isinstance(location, Path) and shutil.disk_usage(location).free < size + _SPARE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(location))


@lru_cache
def _store(bucket: str) -> DeltaFileSystemHandler:
    return DeltaFileSystemHandler(bucket)
