"""How the values of environment variables are read; each function says what is wrong with one."""

import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TypeVar

Value = TypeVar("Value")

Network = IPv4Network | IPv6Network


def text(value: str) -> str:
    return value


def integer(least: int, most: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        if not re.fullmatch(r"[0-9]{1,15}", value):
            raise ValueError("must be a whole number")
        number = int(value)
        if not least <= number <= most:
            raise ValueError(f"must lie between {least} and {most}")
        return number

    return parse


def choice(values: dict[str, Value]) -> Callable[[str], Value]:
    def parse(value: str) -> Value:
        if value not in values:
            raise ValueError(f"must be one of {', '.join(values)}")
        return values[value]

    return parse


def items(parse: Callable[[str], Value]) -> Callable[[str], list[Value]]:
    def parse_all(value: str) -> list[Value]:
        return [parse(item.strip()) for item in value.split(",") if item.strip()]

    return parse_all


def origin(value: str) -> str:
    if not re.fullmatch(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", value):
        raise ValueError(f'"{value}" is not an origin such as https://app.example.com')
    return value


def network(value: str) -> Network:
    try:
        parsed = ip_network(value)
    except ValueError:
        parsed = None
    # A network of all addresses would let anybody name the client.
    if parsed is None or parsed.prefixlen == 0:
        raise ValueError(f'"{value}" is not an IP address or a network such as 10.0.0.0/8')
    return parsed
