"""A file that looks as it did is not read again."""

import os
import time

from pipeline.interim import digests
from pipeline.interim.digests import Digests


def test_an_untouched_file_is_hashed_once(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("une fois")
    monkeypatch.setattr(digests, "COARSEST_CLOCK_NS", -time.time_ns())
    first = Digests({})
    digest = first.of(file, "a.txt")
    monkeypatch.setattr(digests, "sha256_of", None)
    second = Digests(first.seen)
    assert second.of(file, "a.txt") == digest
    assert first.changed() and not second.changed()


def test_a_file_that_changed_a_moment_ago_is_hashed_again(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("un")
    first = Digests({})
    digest = first.of(file, "a.txt")
    assert not first.seen
    file.write_text("1.")
    assert Digests(first.seen).of(file, "a.txt") != digest


def test_the_same_size_and_time_do_not_hide_a_change(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("un")
    before = file.stat()
    monkeypatch.setattr(digests, "COARSEST_CLOCK_NS", -time.time_ns())
    first = Digests({})
    digest = first.of(file, "a.txt")
    time.sleep(0.02)
    file.write_text("1.")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert Digests(first.seen).of(file, "a.txt") != digest
