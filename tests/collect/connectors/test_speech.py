"""Recordings go to the engine of the installation: here a program of ours that only pretends to listen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.collect.connectors.conftest import Bench

from huiyin.collect import interviews
from huiyin.collect.speech import RecognitionFailedError, find_engine, is_recording, transcribe
from huiyin.kit.errors import InvalidInputError
from huiyin.kit.settings import Settings

HEARD = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v 客服>您好</v>

00:00:05.000 --> 00:00:09.000
<v 客户>空调有异味</v>
"""


@pytest.fixture
def pretending(tmp_path: Path) -> str:
    """A command that answers with the transcript that is written beside the recording."""
    program = tmp_path / "listen.py"
    program.write_text(
        "import sys, pathlib\n"
        "sys.stdout.buffer.write(pathlib.Path(sys.argv[1]).with_suffix('.said').read_bytes())\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {program} {{file}}"


def equipped(settings: Settings, command: str) -> Settings:
    return settings.model_copy(update={"speech_engine": "command", "speech_command": command})


def recorded(folder: Path, name: str, said: str | None) -> Path:
    path = folder / name
    path.write_bytes(b"RIFF....")
    if said is not None:
        path.with_suffix(".said").write_text(said, encoding="utf-8")
    return path


def test_a_recording_becomes_turns(settings: Settings, tmp_path: Path, pretending: str) -> None:
    recording = recorded(tmp_path, "访谈 一.wav", HEARD.replace("客服", "主持人"))
    assert is_recording(recording.name)
    lines = interviews.read_lines(transcribe(equipped(settings, pretending), recording), recording.name)
    assert [(line.label, line.text) for line in lines] == [("主持人", "您好"), ("客户", "空调有异味")]


def test_an_engine_that_fails_or_is_missing_is_named(
    settings: Settings, tmp_path: Path, pretending: str
) -> None:
    recording = recorded(tmp_path, "a.wav", None)
    with pytest.raises(RecognitionFailedError, match="gave up"):
        transcribe(equipped(settings, pretending), recording)
    with pytest.raises(RecognitionFailedError, match="no usable transcript"):
        transcribe(equipped(settings, pretending), recorded(tmp_path, "b.wav", " "))
    with pytest.raises(InvalidInputError, match="no speech engine is set"):
        transcribe(settings, recording)
    with pytest.raises(InvalidInputError, match="names no recording"):
        transcribe(equipped(settings, "listen"), recording)
    with pytest.raises(InvalidInputError, match="no speech engine 'x'"):
        find_engine(settings.model_copy(update={"speech_engine": "x"}))


def test_a_folder_of_recordings_brings_calls(bench: Bench, tmp_path: Path, pretending: str) -> None:
    folder = tmp_path / "calls"
    folder.mkdir()
    recorded(folder, "call-1.mp3", HEARD)
    recorded(folder, "call-2.mp3", None)
    bench.settings = equipped(bench.settings, pretending)
    made = bench.connect("folder", {"path": str(folder), "pattern": "*.mp3", "settle_s": 0})
    assert bench.run(made).arrival.accepted == 1
    [voice] = bench.voices()
    assert (voice["text"], voice["external_id"]) == ("空调有异味", "call-1.mp3")
    assert ["gave up" in letter.reason for letter in bench.letters()] == [True]
