from pathlib import Path

import pytest

from common.database import url


def test_a_url_names_a_file_whose_folder_is_made(tmp_path: Path) -> None:
    path = url.database(f"file:{tmp_path}/new/app.db")
    settings = url.settings_of(path)
    assert settings["NAME"] == str(tmp_path / "new" / "app.db")
    assert path.exists()


@pytest.mark.parametrize("value", ["data/app.db", "file:", "postgres://somewhere/else"])
def test_anything_else_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="must be file:"):
        url.database(value)
