"""Serves the back end: `python serve.py`, with `--reload` again after each change."""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


def main() -> None:
    from common.server.run import serve

    serve(reload="--reload" in sys.argv[1:])


if __name__ == "__main__":
    main()
