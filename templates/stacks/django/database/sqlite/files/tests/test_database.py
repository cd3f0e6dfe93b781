import sqlite3
from pathlib import Path

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.db.backends.sqlite3 import base

from common.database.base import DatabaseWrapper
from common.database.failures import is_deadlock, is_outage


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "app.db"
    path.touch()
    return path


def _open(file: Path) -> DatabaseWrapper:
    wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": str(file)})
    wrapper.connect()
    return wrapper


def test_migrations_make_the_file_and_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "app.db"
    wrapper = DatabaseWrapper({**connection.settings_dict, "NAME": str(file)})
    wrapper.prepare_database()
    wrapper.connect()
    assert file.exists()
    wrapper.close()


def test_a_file_that_was_moved_away_is_no_longer_used(file: Path) -> None:
    wrapper = _open(file)
    assert wrapper.is_usable()
    file.rename(file.with_name("away.db"))
    assert not wrapper.is_usable()
    wrapper.close()
    with pytest.raises(OperationalError) as caught:
        wrapper.ensure_connection()
    assert is_outage(caught.value)
    assert not is_deadlock(caught.value)
    assert not file.exists()


def test_a_file_that_is_being_set_up_is_waited_for(
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connect = base.DatabaseWrapper.get_new_connection

    def fail_once(wrapper: DatabaseWrapper, params: object) -> object:
        monkeypatch.setattr(base.DatabaseWrapper, "get_new_connection", connect)
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = 5
        raise error

    monkeypatch.setattr(base.DatabaseWrapper, "get_new_connection", fail_once)
    wrapper = _open(file)
    assert wrapper.is_usable()
    wrapper.close()


def test_what_the_driver_did_not_say_is_no_outage() -> None:
    assert not is_outage(DatabaseError("of our own"))
