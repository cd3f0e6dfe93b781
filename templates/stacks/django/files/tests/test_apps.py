from pathlib import Path

from config.apps import apps_in


def test_an_app_is_a_package_or_what_is_left_of_one(tmp_path: Path) -> None:
    for package in ("books", "books/migrations", "authors", "removed/migrations"):
        folder = tmp_path / "apps" / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").touch()
    (tmp_path / "apps" / "notes" / "migrations").mkdir(parents=True)
    assert apps_in(tmp_path / "apps") == ["apps.authors", "apps.books", "apps.removed"]
