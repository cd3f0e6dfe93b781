from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from common.middleware.types import Handler


def proxy(get_response: Handler) -> Handler:
    """Believe trusted proxies, and nobody else, who the client is and whether it speaks TLS."""
    trusted = settings.TRUST_PROXY

    def middleware(request: HttpRequest) -> HttpResponse:
        meta = request.META
        if is_in(trusted, meta["REMOTE_ADDR"]):
            chain = [part.strip() for part in meta.get("HTTP_X_FORWARDED_FOR", "").split(",")]
            meta["REMOTE_ADDR"] = client_of(trusted, meta["REMOTE_ADDR"], chain)
            if meta.get("HTTP_X_FORWARDED_PROTO") == "https":
                meta["wsgi.url_scheme"] = "https"
        return get_response(request)

    return middleware


def client_of(
    trusted: Sequence[IPv4Network | IPv6Network],
    peer: str,
    chain: Sequence[str],
) -> str:
    """Return the last address of the chain that is no proxy: those before it anybody may invent."""
    client = peer
    for address in reversed(chain):
        if not address or not is_in(trusted, client):
            break
        client = address
    return client


def is_in(networks: Sequence[IPv4Network | IPv6Network], address: str) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in networks)
