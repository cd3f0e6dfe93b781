from pathlib import Path

_APPS = Path(__file__).parent.parent / "apps"


def removed_besides(apps: list[str]) -> list[str]:
    """Return the apps that left nothing but migrations, the last of which takes their tables away."""
    found = sorted(f"apps.{folder.parent.name}" for folder in _APPS.glob("*/migrations"))
    return [app for app in found if app not in apps]
