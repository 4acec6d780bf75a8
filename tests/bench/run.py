from dataclasses import dataclass
@dataclass(frozen=True)
class Wanted:
    keys: frozenset[str]
    rounds: int
    people: int
    seconds: float
class Bench: ...
