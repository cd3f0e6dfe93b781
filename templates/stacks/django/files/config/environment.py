from collections.abc import Callable, Mapping
from typing import TypeVar, cast

Value = TypeVar("Value")


class InvalidEnvironment(SystemExit):
    """Ends the process with exit code 1 and one line for each wrong variable."""


class Environment:
    """Reads variables and remembers what is wrong with them, so that all of it is told at once."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        self._faults: list[str] = []
        self._is_finished = False

    def read(
        self,
        name: str,
        parse: Callable[[str], Value],
        default: str | None = None,
    ) -> Value:
        """Return the value of a variable; an empty one counts as unset."""
        text = self._variables.get(name) or default
        try:
            if text is None:
                raise ValueError("is required")
            return parse(text)
        except ValueError as error:
            self._faults.append(f"{name}: {error}")
            if self._is_finished:
                self.finish()
            # Nobody sees it: `finish` ends the process.
            return cast("Value", None)

    def finish(self) -> None:
        self._is_finished = True
        if self._faults:
            raise InvalidEnvironment("\n".join(self._faults))
