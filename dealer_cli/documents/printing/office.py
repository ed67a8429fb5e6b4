"""PDF as LibreOffice makes it: our Word documents, converted by the `soffice` of this machine.

It looks just as the house's Word template does, in the fonts of this machine. Starting LibreOffice
takes the better part of a second, so many files go into one call. Each call has a profile of its own:
two that share one refuse to run, and what a person has set up there changes nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dealer_cli.documents.printing.errors import Unprintable

PROGRAMS = ("soffice", "libreoffice")

START, EACH = 60, 20
"""Seconds that a call may take, and those added for every document in it."""


class Office:
    """Word documents that LibreOffice turns into PDF."""

    def __init__(self, word: Callable[[Mapping[str, Any]], bytes]) -> None:
        program = next((found for program in PROGRAMS if (found := shutil.which(program))), None)
        if program is None:
            raise Unprintable("no-office")
        self._program = program
        self._word = word

    def __call__(self, picture: Mapping[str, Any]) -> bytes:
        """One document."""
        return self.many([picture])[0]

    def many(self, pictures: Sequence[Mapping[str, Any]]) -> list[bytes]:
        """Several documents by one call of LibreOffice."""
        with tempfile.TemporaryDirectory(prefix="dealer-office-") as temporary:
            folder = Path(temporary)
            names = [f"{number}.docx" for number in range(len(pictures))]
            for name, picture in zip(names, pictures, strict=True):
                (folder / name).write_bytes(self._word(picture))
            self._convert(folder, names)
            try:
                return [(folder / name).with_suffix(".pdf").read_bytes() for name in names]
            except OSError:
                raise Unprintable("office-failed") from None

    def _convert(self, folder: Path, names: list[str]) -> None:
        profile = (folder / "profile").as_uri()
        command = [self._program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", ".", *names]
        # The time of the documents: LibreOffice writes into a PDF when it was made.
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
        try:
            subprocess.run(
                command,
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=START + EACH * len(names),
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise Unprintable("office-failed", type(error).__name__) from None
