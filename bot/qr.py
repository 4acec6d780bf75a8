"""QR codes of links, to print and hang up."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

BORDER = 4
"""Dots left white around it, as the standard wants."""


def qr_png(url: str, *, scale: int = 12) -> bytes:
    """A PNG of the link's QR code, with the quiet border readers need; `scale` is pixels for a dot."""
    picture = BytesIO()
    _code(url).save(picture, kind="png", scale=scale, border=BORDER)
    return picture.getvalue()


def qr_svg(url: str) -> str:
    """The same as an SVG, to be set among words."""
    return str(_code(url).svg_inline(border=BORDER))


def _code(url: str) -> QRCode:
    import segno  # nearly a megabyte, and hardly ever needed

    return segno.make(url, error="m", micro=False)
