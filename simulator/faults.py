"""Trouble on the way, at will: slowness, server errors, cut connections, answers that never come."""

import random
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


class Fault(Enum):
    """What goes wrong with a call; `AFTER` means that the call took effect all the same."""

    SERVER_ERROR = "server error"
    SERVER_ERROR_AFTER = "server error after the effect"
    RESET = "connection reset"
    RESET_AFTER = "connection reset after the effect"
    CUT_AFTER = "connection reset in the middle of the answer, after the effect"
    TIMEOUT = "no answer"
    TIMEOUT_AFTER = "no answer after the effect"
    FLOOD = "429"

    @property
    def takes_effect(self) -> bool:
        """Whether the call is carried out before it goes wrong."""
        return self.name.endswith("_AFTER")


@dataclass
class Faults:
    """Faults at seeded probabilities (`rates`), or scripted for the next calls of a method.

    `latency` and `jitter` are seconds added to every call but getUpdates, `poll_latency` to its answer;
    `hang` is how long a call without an answer keeps its connection; `retry_after` is what a FLOOD asks for.
    `methods` limits the random ones. While it is `away`, every call is cut off and nothing is pushed to a
    webhook.
    """

    seed: int = 0
    latency: float = 0.0
    jitter: float = 0.0
    poll_latency: float = 0.0
    rates: dict[Fault, float] = field(default_factory=dict)
    methods: frozenset[str] | None = None
    hang: float = 30.0
    retry_after: int = 1
    away: bool = False
    _scripts: dict[str, deque[Fault | None]] = field(default_factory=lambda: defaultdict(deque))

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def script(self, method: str, faults: Iterable[Fault | None]) -> None:
        """Say what happens to the next calls of `method`, one entry a call; None lets it pass."""
        self._scripts[method].extend(faults)

    def calm(self) -> None:
        """Forget all scripts and probabilities, and be there."""
        self.away = False
        self._scripts.clear()
        self.rates.clear()
        self.latency = self.jitter = self.poll_latency = 0.0

    def next(self, method: str) -> Fault | None:
        """What happens to this call."""
        if self.away:
            return Fault.RESET
        if script := self._scripts.get(method):
            return script.popleft()
        if not self.rates or (self.methods is not None and method not in self.methods):
            return None
        dice = self._random.random()
        for fault, rate in self.rates.items():
            dice -= rate
            if dice < 0:
                return fault
        return None

    @property
    def delay_needed(self) -> bool:
        """Whether calls are slowed down at all."""
        return self.latency > 0 or self.jitter > 0

    def delay(self) -> float:
        """Seconds to wait before this call."""
        return self.latency + self._random.random() * self.jitter if self.jitter else self.latency
