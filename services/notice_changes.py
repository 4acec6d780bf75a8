"""What has changed in a notice since it was first sent."""

from __future__ import annotations

from domain.messages import Text, t
from storage.notices import Notice


def notes(notice: Notice) -> tuple[Text, ...]:
    """What is said above the words of a notice that was corrected."""
    return (t("notice-corrected"),) if notice.version > 1 else ()
