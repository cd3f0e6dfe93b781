from pathlib import Path

_APPS = Path(__file__).parent.parent / "apps"


def removed_besides(apps: list[str], folder: Path = _APPS) -> list[str]:
    """Return the apps that left only migrations, the last of which takes their tables away."""
    found = sorted(f"apps.{path.parent.name}" for path in folder.glob("*/migrations"))
    return [app for app in found if app not in apps]
