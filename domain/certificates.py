"""The number of a certificate: which center gave it, in which year, as its how many-eth.

2026-003-173 is the seventeenth that center 3 gave in 2026; the 3 is a check digit over all that is before it.
"""

from __future__ import annotations

import re
import unicodedata

from domain.checkdigits import check_digit

_TYPED = re.compile(r"\D*(20\d\d)[\W_]+(\d{1,3}|[1-9]\d{3,8})[\W_]+([1-9]\d{1,9})\D*", re.ASCII)


def number(year: int, unit_id: int, serial: int) -> str:
    """The number of a unit's certificate; serials begin at 1 in each year, and are the unit's own."""
    digits = f"{year}{unit_id:03}{serial}"
    return f"{year}-{unit_id:03}-{serial}{check_digit(digits)}"


def heard(typed: str) -> str | None:
    """The number in what somebody typed, as it is on the certificate, if its check digit is right.

    Its three parts have to be told apart, by any mark or blank: without, 2026-1234-5 could be 2026-123-45.
    The noughts of 003 may be left out; 0500 was never written, and comes from digits that changed places.
    """
    found = _TYPED.fullmatch(unicodedata.normalize("NFKC", typed))
    if found is None:
        return None
    year, unit_id, tail = found.groups()
    written = number(int(year), int(unit_id), int(tail[:-1]))
    return written if written.endswith(f"-{tail}") else None
