import pytest

from common.openapi.operation import Operation
from common.viewsets import ListViewSet


class LateViewSet(ListViewSet):
    operations = {"late": Operation(id="listLate", summary="Lists what is late")}


def test_what_a_team_adds_to_rows_is_described_in_its_own_words() -> None:
    assert LateViewSet().describe("late").id == "listLate"


def test_what_is_not_described_is_named() -> None:
    with pytest.raises(NotImplementedError, match="LateViewSet must describe `early`"):
        LateViewSet().describe("early")
