from pathlib import Path


def apps_in(folder: Path) -> list[str]:
    """Return all apps. Of one that was removed, migrations are left: they drop its tables."""
    packages = (*folder.glob("*/__init__.py"), *folder.glob("*/migrations/__init__.py"))
    names = {package.relative_to(folder).parts[0] for package in packages}
    return sorted(f"{folder.name}.{name}" for name in names)


APPS = apps_in(Path(__file__).parent.parent / "apps")
