"""QR codes of links, to print and hang up."""

from __future__ import annotations

from io import BytesIO

import segno


def qr_png(url: str, *, scale: int = 12) -> bytes:
    """A PNG of the link's QR code, with the quiet border readers need; `scale` is pixels for a dot."""
    picture = BytesIO()
    segno.make(url, error="m", micro=False).save(picture, kind="png", scale=scale, border=4)
    return picture.getvalue()
