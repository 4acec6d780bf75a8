"""Telling both sides of a request what happens to it."""

from __future__ import annotations

from domain.messages import Button, Outgoing, Text, t
from domain.taps import Go, Open
from services import access, cards
from services.outbox import Lane, tell
from storage import people
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def tell_asker(tx: Tx, row: ServiceRequest, news: Text, *, buttons: bool = False) -> None:
    """Tell the asker a step of their request, and with `buttons` what they can do now.

    The person acted for, if they have an account of their own, hears the same.
    """
    text = t("told-asker", head=await cards.headline(tx, row), news=news)
    rows = (await cards.mine(tx, row)).buttons if buttons else open_button(row)
    for account_id in await access.asking_side(tx, row):
        account = await people.account(tx, account_id)
        if account is not None:
            lane = Lane.URGENT if row.urgent else Lane.NOTIFICATION
            tell(tx, account, Outgoing(text=text, buttons=rows), lane=lane, request_id=row.id)


async def tell_holder(tx: Tx, row: ServiceRequest, news: Text) -> None:
    """Tell the holder, if there is one."""
    holder = await people.account(tx, row.holder_id) if row.holder_id else None
    if holder is not None:
        tell(tx, holder, Outgoing(text=news), request_id=row.id)


def open_button(row: ServiceRequest) -> list[list[Button]]:
    """The row under a piece of news: look at the request, or talk to a person."""
    return [[cards.button("button-open", Open(row.id)), cards.button("button-person", Go("person"))]]
