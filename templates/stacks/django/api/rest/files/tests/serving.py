"""The settings, with a route that takes any JSON, and limits that are soon reached."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.support.probe"
REQUESTS_WAITING = 2
REQUEST_SECONDS = 4
