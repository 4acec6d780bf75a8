"""The books: what people did against what it came to, and what was sent against what was received.

Pure: from the two records to what is wrong, each in a line that says who and which, never what they wrote.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from domain.taps import Do, Draft, PickVillage, Rate
from tests.chaos.heard import Act, Place, number
from tests.chaos.kept import Kept, Row
from tests.chaos.program import POISON

MOVES = ("take", "finish", "confirm")
"""Moves of which a request here sees exactly one, made by somebody who tapped."""


@dataclass
class Findings:
    """What is wrong, a line each."""

    lost_effects: list[str] = field(default_factory=list)
    double_effects: list[str] = field(default_factory=list)
    lost_messages: list[str] = field(default_factory=list)
    double_messages: list[str] = field(default_factory=list)
    """Each of these is allowed if it was in flight at a death, or its answer was lost."""
    unexcused: list[str] = field(default_factory=list)
    """Doubled messages that were neither."""

    def expect(self, what: str, times: int) -> None:
        """Something that has to be there once was found so often."""
        if times == 0:
            self.lost_effects.append(what)
        self.double_effects.extend([what] * (times - 1))


def weigh_acts(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    """Every act has its effect, once; and there is no effect that nobody's act explains."""
    for act in acts:
        if act.update_id not in kept.seen:
            findings.lost_effects.append(f"update {act.update_id} of {act.who} took no effect")
    _weigh_poison(acts, kept, findings)
    _weigh_people(acts, kept, findings)
    _weigh_requests(acts, kept, findings)
    _weigh_words(acts, kept, findings)
    _weigh_moves(acts, kept, findings)


def is_poison(act: Act) -> bool:
    """Whether it is one of those that nobody can process."""
    return act.kind == "unparsable" or POISON in act.words


def _weigh_poison(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    poison = {act.update_id for act in acts if is_poison(act)}
    for update_id in poison:
        findings.expect(f"quarantine of update {update_id}", kept.failed[update_id])
    for update_id in kept.failed.keys() - poison:
        findings.lost_effects.append(f"update {update_id} is in quarantine, and is no poison")
    for request, author, words in kept.entries:
        if POISON in words:
            findings.double_effects.append(f"an update of {author} is in quarantine and in request {request}")


def _weigh_people(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    names = {act.who: act.words for act in acts if act.words.startswith("王")}
    for who in {act.who for act in acts if isinstance(act.tap, PickVillage)}:
        if kept.members.get(who) != names.get(who):
            findings.lost_effects.append(f"registration of {who}")


def _weigh_requests(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    """A need that was sent off is one request, beginning with its sentence."""
    asked = {n: act for act in acts if (n := act.number("件")) is not None and not is_poison(act)}
    sent = {act.who: act.update_id for act in acts if isinstance(act.tap, Draft) and act.tap.step == "send"}
    first = Counter(number(words, "件") for _, _, words in kept.entries)
    for n, act in asked.items():
        if sent.get(act.who, 0) > act.update_id:
            findings.expect(f"request {n} of {act.who}", first[n])
    surplus = len(kept.requests) - sum(first[n] for n in asked)
    findings.double_effects.extend(["a request that nobody's sentence explains"] * surplus)


def _weigh_words(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    """A word to the other side is one entry, of whoever said it."""
    said = {n: act.who for act in acts if (n := act.number("句")) is not None}
    found = Counter((number(words, "句"), author) for _, author, words in kept.entries)
    for n, who in said.items():
        findings.expect(f"word {n} of {who}", found.pop((n, who), 0))
    for (n, author), times in found.items():
        if n is not None:
            findings.double_effects.extend([f"word {n} of {author}, who did not say it"] * times)


def _weigh_moves(acts: Sequence[Act], kept: Kept, findings: Findings) -> None:
    taps: dict[tuple[str, int], set[int]] = defaultdict(set)
    stars: dict[int, set[int]] = defaultdict(set)
    for act in acts:
        if isinstance(act.tap, Do) and act.tap.action in MOVES:
            taps[act.tap.action, act.tap.request_id].add(act.who)
        elif isinstance(act.tap, Rate):
            stars[act.tap.request_id].add(act.tap.stars)
    made: dict[tuple[str, int], list[int]] = defaultdict(list)
    for request, actor, action in kept.moves:
        made[action, request].append(actor)
    for (action, request), who in taps.items():
        actors = made.pop((action, request), [])
        findings.expect(f"{action} of request {request}", len([one for one in actors if one in who]))
    for (action, request), actors in made.items():
        if action in MOVES:
            findings.double_effects.extend([f"{action} of request {request}, by nobody's tap"] * len(actors))
    for request, given in stars.items():
        if kept.ratings.get(request) not in given:
            findings.lost_effects.append(f"rating of request {request}")


def weigh_sent(
    rows: Iterable[Row],
    messages: Mapping[tuple[int, int], str],
    edits: Mapping[Place, int],
    answered: Collection[str],
    gone: Collection[int],
    findings: Findings,
) -> None:
    """What is said to be sent was received, and nothing is left that should have been sent.

    `gone` are the chats that nobody reads any more.
    """
    shown: Counter[Place] = Counter()
    claimed: Counter[tuple[int, int]] = Counter()
    for row in rows:
        what = f"row {row.id} ({row.method}, {row.state}) for {row.chat_id}"
        if row.state == "sent" and row.method == "send":
            key = (row.chat_id, row.message_id or 0)
            claimed[key] += 1
            if messages.get(key) != row.words or claimed[key] > 1:
                findings.lost_messages.append(what)
        elif row.state == "sent" and row.method == "edit":
            shown[row.place] += 1
        elif row.state == "sent" and row.method == "answer" and row.callback_id not in answered:
            findings.lost_messages.append(what)
        elif _is_owed(row, gone):
            findings.lost_messages.append(f"{what} {row.error}")
    for place, times in shown.items():
        findings.lost_messages.extend([f"an edit in {place[0]}"] * (times - edits.get(place, 0)))


def _is_owed(row: Row, gone: Collection[int]) -> bool:
    """Whether a row that is not sent should have been."""
    match row.state:
        case "waiting":
            return row.due
        case "gone":
            return row.chat_id not in gone
        case "dropped":  # an edit that came too late or changed nothing; what was taken back before it went
            return row.method == "send" and not row.request
    return row.state == "failed"


def weigh_answers(
    acts: Sequence[Act], kept: Kept, rows: Iterable[Row], turning: int, findings: Findings
) -> None:
    """Whoever wrote was answered in the same breath; `turning` spinners of tapped buttons never stopped."""
    told = {(row.chat_id, row.created_at) for row in rows}
    for act in acts:
        at = kept.seen.get(act.update_id)
        if act.kind == "message" and at is not None and (act.who, at) not in told:
            findings.lost_messages.append(f"the answer to update {act.update_id} of {act.who}")
    findings.lost_messages.extend(["a tap that was never answered"] * turning)


def weigh_households(
    roster: Mapping[int, int | None],
    blocked: Collection[int],
    screens: Mapping[int, tuple[int, int]],
    known: tuple[Sequence[int], Sequence[int]],
    findings: Findings,
) -> dict[str, int]:
    """Every household has the right words once and the wrong ones never, or is known to have nothing: the one
    or the other, once.

    roster   the account of each household, if it has one
    screens  how often each account sees the right words, and the wrong ones
    known    the households that have it, as the database says, and those that have not
    """
    reached, others = map(Counter, known)
    figures = {"unaccounted": 0, "wrong_words": 0}
    for household, account in roster.items():
        can_read = account is not None and account not in blocked
        right, wrong = screens.get(account or 0, (0, 0))
        is_known = (bool(reached[household]), bool(others[household])) == (can_read, not can_read)
        once = is_known and reached[household] + others[household] == 1 and right == can_read
        for fault in (name for name, there in (("unaccounted", not once), ("wrong_words", wrong)) if there):
            figures[fault] += 1
            findings.lost_messages.append(f"household {household} ({fault}): {right} right, {wrong} wrong")
    counts = {"reached": reached.total(), "cannot_be_reached": others.total()}
    return {"households": len(roster), **counts, **figures}


def weigh_rush(
    seats: int,
    used: Collection[int | None],
    told: Mapping[int, Sequence[str]],
    truths: Mapping[int, Sequence[str]],
    findings: Findings,
) -> dict[str, int]:
    """No seat too many, nobody twice, and everybody was told how they stand, once, and nothing else.

    used    whose the seats are
    told    what each of those who have signed up was told
    truths  what each has to be told: one thing, unless they are on the list twice, or not
    """
    untold = [
        one for one, words in told.items() if len(words) != 1 or list(words) != list(truths.get(one, ()))
    ]
    findings.lost_messages.extend(f"{one} was not told once how they stand" for one in untold)
    oversold = max(0, len(used) - seats) + len(used) - len(set(used))
    findings.double_effects.extend(["a seat that there is not"] * oversold)
    return {"seats": seats, "seated": len(used), "signup_oversold": oversold, "signup_untold": len(untold)}


class Doubles:
    """Messages that no sent row claims: each is the first of two, and needs an excuse."""

    def __init__(self) -> None:
        self.in_flight: list[int] = []
        """At each death, what had been sent and not yet marked."""
        self._died: Counter[Place] = Counter()

    def note_death(self, unclaimed: Counter[Place], waiting: Iterable[Row], lost: Counter[Place]) -> None:
        """A process is dead: what was received and still waits to be sent will be sent again."""
        excused = self._died + lost
        found: Counter[Place] = Counter()
        for row in waiting:
            place = row.place
            if unclaimed[place] > excused[place] + found[place]:
                found[place] += 1
        self._died += found
        self.in_flight.append(found.total())

    def bound(self, lost: Counter[Place]) -> int:
        """The most that may be doubled."""
        return self._died.total() + lost.total()

    def weigh(self, unclaimed: Counter[Place], lost: Counter[Place], findings: Findings) -> None:
        """Nothing is doubled without an excuse of its own."""
        findings.double_messages.extend(_lines(unclaimed))
        findings.unexcused.extend(_lines(unclaimed - self._died - lost))


def _lines(places: Counter[Place]) -> Iterator[str]:
    for (chat_id, _), times in places.items():
        yield from [f"a message to {chat_id}"] * times


def unclaimed(
    messages: Mapping[tuple[int, int], str], claims: Mapping[tuple[int, int], int]
) -> Counter[Place]:
    """The words of the messages that no sent row says are its own."""
    return Counter((key[0], words) for key, words in messages.items() if key not in claims)
