"""Ports for tests that listen, stop, and listen again."""

from __future__ import annotations

import random
import socket

_LOWEST, _HIGHEST = 20_000, 32_000
"""Below those that Linux gives to connections that go out (ip_local_port_range): one of these stays free
while a program is stopped and started again."""
_dice = random.Random()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    while True:
        with socket.socket() as probe:
            port = _dice.randint(_LOWEST, _HIGHEST)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
