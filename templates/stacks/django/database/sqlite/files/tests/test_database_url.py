from pathlib import Path

import pytest

from common.database import url


def test_a_url_names_a_file_that_may_still_have_to_be_made(tmp_path: Path) -> None:
    path = url.database(f"file:{tmp_path}/new/app.db")
    settings = url.settings_of(path)
    assert settings["NAME"] == str(tmp_path / "new" / "app.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["data/app.db", "file:", "postgres://somewhere/else"])
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="must be file:"):
        url.database(value)


@pytest.mark.parametrize("path", ["{}", "{}/file/app.db", "/proc/new/app.db"])
def test_so_is_what_cannot_be_a_file(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ValueError, match=r"names what is no file|cannot be had: "):
        url.database(f"file:{path.format(tmp_path)}")
