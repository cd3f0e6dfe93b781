"""The settings as they are, with a route that takes any JSON."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.support.probe"
