from pathlib import Path

from config.removed import removed_besides


def test_what_left_migrations_is_still_an_app(tmp_path: Path) -> None:
    for app in ("books", "authors", "notes"):
        (tmp_path / app / "migrations").mkdir(parents=True)
    (tmp_path / "assets").mkdir()
    assert removed_besides(["apps.notes"], tmp_path) == ["apps.authors", "apps.books"]
