"""What is due: the one request for which the clock should have acted the longest, locked."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from storage.due import next_of
from storage.requests import ServiceRequest, by_itself, is_open
from storage.transaction import Tx


async def to_close(tx: Tx) -> ServiceRequest | None:
    """The finished request that has waited longest past its closing time, locked."""
    return await _due(tx, ServiceRequest.closes_at, ServiceRequest.status == "done")


async def to_remind(tx: Tx) -> ServiceRequest | None:
    """The open request whose reminder is the longest due, locked."""
    return await _due(tx, ServiceRequest.remind_at, is_open() & by_itself())


async def to_rise(tx: Tx) -> ServiceRequest | None:
    """The open request for which the clock should have acted the longest, locked."""
    return await _due(tx, ServiceRequest.rise_at, is_open() & by_itself())


async def _due(tx: Tx, column: InstrumentedAttribute[datetime | None], where: Any) -> ServiceRequest | None:
    return await next_of(tx, select(ServiceRequest).where(where, column <= tx.now), column)
