"""Files that are written whole or not at all, and only below the folder that was given."""

from __future__ import annotations

import os
from pathlib import Path


class Unwritable(Exception):
    """A file cannot be written; `path` and `reason` say which and why: `outside`, `no folder`, or the system's words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def write_below(folder: Path, name: str, data: bytes) -> Path:
    """Write `data` to `folder/name` in one step; the folder is made.

    A name may have folders, but never leads out of `folder`, through `..` or a link. A reader sees
    the old file or the new one. Raises `Unwritable`.
    """
    path = folder / name
    below = path.parent
    if (file := no_folder(below)) is not None:
        raise Unwritable(file, "no folder")
    try:
        # Before any folder is made: none may appear outside either.
        if below != folder and not below.resolve().is_relative_to(folder.resolve()):
            raise Unwritable(path, "outside")
        below.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except (OSError, ValueError) as error:
        raise Unwritable(path, getattr(error, "strerror", None) or str(error)) from None
    return path


def no_folder(folder: Path) -> Path | None:
    """What stands where the folder, or one above it, would be made."""
    try:
        found = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), None)
    except ValueError:
        return None
    return found if found is not None and not found.is_dir() else None


def _replace(path: Path, data: bytes) -> None:
    """The file in one step, by a file without a name where the system has those: a kill then leaves none behind."""
    if not (hasattr(os, "O_TMPFILE") and _replace_nameless(path, data)):
        _replace_named(path, data)


def _replace_nameless(path: Path, data: bytes) -> bool:
    """False where the file system cannot; nothing has happened then."""
    try:
        handle = os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, 0o644)
    except OSError:
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fchmod(handle, 0o644)
        try:
            _link(handle, path)
        except FileExistsError:
            temporary = path.parent / f".dealer-{os.getpid()}-{handle}"
            temporary.unlink(missing_ok=True)
            _link(handle, temporary)
            try:
                os.replace(temporary, path)
            except BaseException:
                os.unlink(temporary)
                raise
        except OSError:
            return False
    return True


def _link(handle: int, path: Path) -> None:
    # By a folder's number Python follows the link that stands for the open file; without one it would not.
    os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=0)


def _replace_named(path: Path, data: bytes) -> None:
    import tempfile  # with `random` and `hashlib`: a question that writes nothing should not pay for it

    # In the same folder, since a rename is one step only within a file system.
    handle, temporary = tempfile.mkstemp(prefix=".dealer-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
