"""Charts as pictures: drawn by typst from a template, with a font that comes as a package."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from bot.markup import plain
from domain.messages import Chart, Text

if TYPE_CHECKING:
    import typst

FONT_PACKAGE = "cvttf_NotoSansCJK_Regular"
PIXELS_AN_INCH = 216
"""At 360 points across a picture is 1080 pixels wide: as sharp as a telephone shows it."""
_LANGUAGE = {"zh-Hans": ("zh", "cn"), "zh-Hant": ("zh", "tw"), "en": ("en", "gb")}
"""The font has each character in the forms of several regions; the language says which are meant."""
_UNDRAWABLE = {"So", "Sk", "Mn", "Me", "Cf", "Cs", "Co", "Cn"}
"""Kinds of characters that are emoji or parts of them; the font has none."""


def chart_png(chart: Chart, translate: Callable[[Text, str], str], locale: str) -> bytes:
    """A PNG of the chart in the reader's language. Takes a moment: not to be called in the event loop."""

    def say(text: Text) -> str:
        return _drawable(plain(translate(text, locale)))

    lang, region = _LANGUAGE.get(locale, _LANGUAGE["zh-Hans"])
    told = {
        "lang": lang,
        "region": region,
        "title": say(chart.title),
        "legend": [{"text": say(one.text), "tone": one.tone} for one in chart.legend],
        "bars": [{"label": say(bar.label), "counts": bar.counts} for bar in chart.bars],
    }
    return _set(json.dumps(told, ensure_ascii=False))


def _set(told: str) -> bytes:
    import typst  # slow to load, and not needed by most

    try:
        picture = typst.compile(
            _template(),
            format="png",
            ppi=PIXELS_AN_INCH,
            sys_inputs={"chart": told},
            font_paths=_fonts(),
        )
    except Exception:
        raise
    except BaseException as panic:  # a panic of the library's own language is no Exception
        raise RuntimeError("typst gave up") from panic
    if not isinstance(picture, bytes):
        raise TypeError("the template makes one page")
    return picture


def _drawable(words: str) -> str:
    kept = (ch for ch in words if unicodedata.category(ch) not in _UNDRAWABLE)
    return " ".join("".join(kept).split())


@cache
def _template() -> bytes:
    return resources.files(__package__).joinpath("chart.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    """The one font, and nothing of the system's: the picture is the same on every machine."""
    import typst

    spec = find_spec(FONT_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(FONT_PACKAGE)
    place = Path(spec.origin).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[place])
