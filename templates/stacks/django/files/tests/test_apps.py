from pathlib import Path

from config.apps import apps_in


def test_an_app_is_known_by_its_migrations(tmp_path: Path) -> None:
    for app in ("books", "authors"):
        migrations = tmp_path / "apps" / app / "migrations"
        migrations.mkdir(parents=True)
        (migrations / "__init__.py").touch()
    (tmp_path / "apps" / "notes" / "migrations").mkdir(parents=True)
    assert apps_in(tmp_path / "apps") == ["apps.authors", "apps.books"]
