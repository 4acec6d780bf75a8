"""What households wish of whoever helps them, and whom they do not want."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.pairs import Wish
from storage.base import Base, EncryptedJson
from storage.people import Household
from storage.transaction import Tx


class HouseholdWish(Base):
    """What a household wishes of whoever helps it, and whom it does not want."""

    __tablename__ = "household_wish"

    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    wishes: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    """A Wish (domain/pairs.py). Assign a new one to change it."""
    unwanted: Mapped[list[int]] = mapped_column(EncryptedJson)
    """Accounts of people it does not want. Assign a new list to change it."""

    @property
    def wish(self) -> Wish:
        """What it wishes."""
        return Wish.model_validate(self.wishes)


async def of_household(tx: Tx, household_id: int) -> HouseholdWish | None:
    """What a household wishes, locked until the commit; None if nothing was ever said."""
    return await tx.lock(HouseholdWish, household_id)


async def at_center(tx: Tx, center_id: int) -> list[HouseholdWish]:
    """What the households of a center wish, as far as anything was ever said."""
    query = select(HouseholdWish).join(Household, Household.id == HouseholdWish.household_id)
    return list(await tx.session.scalars(query.where(Household.center_id == center_id)))


def add(tx: Tx, row: HouseholdWish) -> None:
    """Write down what a household wishes for the first time."""
    tx.session.add(row)
