"""What a user installs holds what it needs."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_the_configuration(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    here = {f"pipeline/configs/{f.relative_to(ROOT / 'configs').as_posix()}" for f in (ROOT / "configs").rglob("*.*")}
    assert {name for name in here if "__pycache__" not in name} <= names


def test_an_installed_wheel_finds_its_configuration_from_anywhere(wheel, tmp_path):
    venv.create(tmp_path / "env", system_site_packages=False, with_pip=False)
    site = next((tmp_path / "env" / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    here = [p for p in sys.path if p.endswith("site-packages")]
    # the libraries of this environment, but not its editable install of the project
    look = f"import sys; sys.path += {here!r}; from pipeline import config; print(config.load().french)"
    python = tmp_path / "env" / "bin" / "python"
    ran = subprocess.run([python, "-c", look], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(ran.stdout.strip()) == site / "pipeline" / "configs" / "fr"
