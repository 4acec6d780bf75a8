"""A plausible county of any size, written straight into a database: how does the bot fare in ten years?

await fill(url)                                      # 200,000 residents, 1,000,000 requests
await fill(url, residents=2_000, requests=10_000)    # the same, a hundredth of it
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random

from tests.largedata.books import Books
from tests.largedata.county import Place, Register, places
from tests.largedata.lives import Lives
from tests.largedata.pour import sink
from tests.largedata.signing import Signing, sign_up

DAYS = 3 * 365
"""How far back the requests go."""
LENT = 400
"""How often each thing was borrowed."""
_PORTION = 20_000


async def fill(
    url: str,
    *,
    residents: int = 200_000,
    requests: int = 1_000_000,
    activities: int | None = None,
    seed: int = 1,
    now: datetime | None = None,
    bot_id: int = 1000,
) -> None:
    """Fill a migrated database that nobody else uses now; encrypted with the keys that are installed.

    Units that are there already stay: the first center is the first of them. No clock is due within hours
    of `now`, and no message may be sent within weeks: a bot that starts on it has nothing to catch up with.
    """
    rng, now = Random(seed), now or datetime.now(UTC)
    pouring = await sink(url)
    books = Books(pouring, now, DAYS)
    await books.count_from_there()
    centers = await places(pouring, books, residents)
    register = Register(books, rng, bot_id)
    for place in centers:
        register.people(place, residents // len(centers))
        register.roles(place)
        register.offices(place)
    _proxies(books, centers)
    await books.pour()
    lives = Lives(books, rng, centers, requests, bot_id)
    for first in range(0, requests, _PORTION):
        lives.write(first, min(_PORTION, requests - first))
        await books.pour()
    _marks(books, bot_id, requests)
    await books.pour()
    for place in centers:
        await pouring.run(
            f"UPDATE org_unit SET last_serial = {place.serial + place.requests} WHERE id = {place.id}"
        )
    many = requests // 50 if activities is None else activities
    Signing(books, centers, now).write(many)
    await books.pour()
    await sign_up(pouring, books, now, loans=LENT)
    await books.pour()
    await pouring.finish()


def _proxies(books: Books, centers: Sequence[Place]) -> None:
    """At each center a few who file for somebody, and a call that the clerk should make."""
    for place in centers:
        relations = []
        for proxy, whom in zip(place.registered[:5], place.members[-5:], strict=True):
            relations.append(books.id("proxy_relation"))
            name, proxy_id = books.secret(whom.name), proxy.account_id
            row = (
                relations[-1],
                place.id,
                proxy_id,
                whom.person_id,
                name,
                "child",
                "asked",
                books.past[50],
                None,
            )
            books.rows("proxy_relation").append(row)
        task = (books.id("call_task"), place.id, None, relations[0], books.secret("王秀英"), "open", "clerk")
        times = (books.past[50], books.ahead[100], books.ahead[100], 0, "[]")
        books.rows("call_task").append((*task, *times))


def _marks(books: Books, bot_id: int, requests: int) -> None:
    """A week's updates: those of the requests of seven days, ten to each."""
    many = max(2_000, requests * 7 // DAYS * 10)
    ids = range(1_000_000, 1_000_000 + many)
    week = 7 * 24
    books.rows("seen_update").extend(
        (bot_id, one, books.past[week - 1 - (place * week // many)]) for place, one in enumerate(ids)
    )
