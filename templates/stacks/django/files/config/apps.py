from pathlib import Path


def apps_in(folder: Path) -> list[str]:
    """Return all apps. One that was removed keeps its migrations: they drop its tables."""
    packages = folder.glob("*/migrations/__init__.py")
    return sorted(f"{folder.name}.{package.parent.parent.name}" for package in packages)


APPS = apps_in(Path(__file__).parent.parent / "apps")
