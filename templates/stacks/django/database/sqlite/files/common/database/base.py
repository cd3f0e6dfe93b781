"""SQLite, as a server needs it; named by ENGINE."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, features

from common.database.failures import BUSY


class DatabaseFeatures(features.DatabaseFeatures):
    # Else Django would ask the file before migrations make it.
    supports_json_field = True


class DatabaseWrapper(base.DatabaseWrapper):
    features_class = DatabaseFeatures

    def prepare_database(self) -> None:
        """Make the file, which connections do not; comes before migrations."""
        file = Path(self.settings_dict["NAME"])
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        # Without `rw`, a file that was moved away would be replaced by an empty one.
        return {**params, "database": f"{Path(params['database']).as_uri()}?mode=rw"}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        # While another connection sets the file up, SQLite does not wait here, but fails at once.
        end = time.monotonic() + conn_params["timeout"]
        while True:
            try:
                connection = super().get_new_connection(conn_params)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode % 256 != BUSY or time.monotonic() > end:
                    raise
                time.sleep(0.01)
            else:
                self._inode = self._inode_of_file()
                return connection

    def is_usable(self) -> bool:
        # An open file that was moved away still answers, but what is written to it is lost.
        return self._inode_of_file() == self._inode

    def _inode_of_file(self) -> int | None:
        try:
            return os.stat(self.settings_dict["NAME"]).st_ino
        except FileNotFoundError:
            return None
