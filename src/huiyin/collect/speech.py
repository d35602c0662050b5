"""Speech recognition is somebody else's engine: it is given a recording and answers with WebVTT or SRT.

A package registers a factory `(settings) -> Engine` in the entry-point group `huiyin.speech`; ours runs a command.
"""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from huiyin.kit.errors import InvalidInputError, UnavailableError
from huiyin.kit.settings import Settings

GROUP = "huiyin.speech"
RECORDINGS = (".wav", ".mp3", ".m4a", ".ogg", ".opus", ".flac", ".amr", ".aac", ".webm")
LONGEST_S = 4 * 3600
LARGEST_ANSWER = 20 << 20


class Engine(Protocol):
    """Listens to a recording and returns a transcript: WebVTT with `<v name>` voices, SRT, or labelled text.

    Raises UnavailableError when it cannot.
    """

    def __call__(self, recording: Path) -> bytes: ...


EngineFactory = Callable[[Settings], Engine]


class RecognitionFailedError(UnavailableError):
    """The speech engine gave no transcript."""

    code = "recognition_failed"


def is_recording(name: str) -> bool:
    """Tell whether a file name is that of a recording.

    >>> is_recording("call.MP3"), is_recording("call.vtt")
    (True, False)
    """
    return name.lower().endswith(RECORDINGS)


def find_engine(settings: Settings) -> Engine | None:
    """Return the engine that the settings name, None when none is set. Raises InvalidInputError for an unknown one."""
    if not settings.speech_engine:
        return None
    for point in entry_points(group=GROUP, name=settings.speech_engine):
        factory: EngineFactory = point.load()
        return factory(settings)
    known = sorted({point.name for point in entry_points(group=GROUP)})
    raise InvalidInputError(
        f"there is no speech engine {settings.speech_engine!r}",
        field="speech_engine",
        expected=", ".join(known),
    )


def transcribe(settings: Settings, recording: Path) -> bytes:
    """Return the transcript of a recording. Raises InvalidInputError without an engine, RecognitionFailedError."""
    engine = find_engine(settings)
    if engine is None:
        raise InvalidInputError(
            f"{recording.name} is a recording and no speech engine is set",
            field="file",
            expected="a transcript, or the setting speech_engine",
        )
    return engine(recording)


def command_engine(settings: Settings) -> Engine:
    """Return an engine that runs the command of the settings, `{file}` standing for the recording.

    Only who may set the server's environment can name the command; it is run without a shell.
    Raises InvalidInputError for a command without `{file}`.
    """
    words = shlex.split(settings.speech_command)
    if not any("{file}" in word for word in words):
        raise InvalidInputError(
            "speech_command names no recording",
            field="speech_command",
            expected="a command with {file} in it",
        )

    def listen(recording: Path) -> bytes:
        command = [word.replace("{file}", str(recording)) for word in words]
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONGEST_S, check=True)  # noqa: S603 the operator's own command
        except (OSError, subprocess.SubprocessError) as error:
            raise RecognitionFailedError(f"the speech engine gave up: {error}"[:400]) from error
        if not done.stdout.strip() or len(done.stdout) > LARGEST_ANSWER:
            raise RecognitionFailedError("the speech engine answered with no usable transcript")
        return done.stdout

    return listen
