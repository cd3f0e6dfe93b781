import pytest
from django.core.management import CommandError, call_command


def test_nobody_without_an_account_is_given_rows() -> None:
    with pytest.raises(CommandError, match=r"^jo@example\.com has no account\.$"):
        call_command("claim_rows", "jo@example.com")
