"""The command line: what it prints, and with which code it ends."""

import subprocess
import sys

import pytest

from pipeline import cli


def depeche(*arguments, stdin=""):
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def test_help_names_every_command():
    help_ = depeche("--help")
    assert help_.returncode == 0
    for command in ("run", "explain", "why", "evaluate", "check", "dates"):
        assert command in help_.stdout


def test_help_imports_nothing_heavy():
    look = "import sys\nsys.argv = ['depeche', '--help']\nfrom pipeline.cli import main\n"
    look += "try:\n    main()\nexcept SystemExit:\n    print('LOADED', *sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout
    modules = set(loaded.split("LOADED")[1].split())
    assert not modules & {"spacy", "pandas", "pyarrow", "pydantic", "rich", "numpy", "duckdb", "dateparser"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "--frobnicate"),
        ("run", "--workers", "0"),
        ("run", "--workers", "many"),
        ("run", "--config", "there-is-no-such.toml"),
        ("run", "--raw", "there-is-no-such-folder"),
        ("bogus",),
    ],
)
def test_unusable_arguments_end_with_two_and_a_sentence(arguments, tmp_path):
    ended = depeche(*arguments, *(("--processed", tmp_path / "out") if arguments[0] == "run" else ()))
    assert ended.returncode == 2
    assert ended.stderr.strip()
    assert "Traceback" not in ended.stderr


def test_a_system_that_cannot_fork_is_told_where_it_runs(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == (
        "depeche needs Linux or macOS, as its workers are forked; on Windows it runs in WSL\n"
    )
