"""Where an emergency is, by one tap: the keys that ask for it, and the usual ones again afterwards."""

from __future__ import annotations

from domain.messages import Key, Said, t
from handlers import home
from handlers.talk import Talk
from locales import spellings
from services.people import membership


def keys(talk: Talk, *, with_phone: bool) -> list[list[Key]]:
    """One tap sends the place; who has left no number can send that too, unless nobody may know them."""
    rows = [[Key(text=t("key-send-place"), asks="location")]]
    if with_phone and talk.account.phone is None:
        rows.append([Key(text=t("key-share-phone"), asks="contact")])
    return [*rows, [Key(text=t("key-no-place"))]]


def is_none(said: Said) -> bool:
    """Whether somebody tapped the key that sends no place."""
    return said.content.text in spellings("key-no-place")


def usual_keys(talk: Talk) -> list[list[Key]]:
    """The keyboard somebody has otherwise; whoever is still registering has none."""
    return home.keyboard(talk) if membership(talk.account) or talk.account.grants else []
