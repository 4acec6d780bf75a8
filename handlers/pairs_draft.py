"""A pair that is being put together: for whom, with whom, what for and how often."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.messages import t
from domain.pairs import Purpose
from domain.visits import Rhythm
from handlers import passing
from handlers.talk import Talk
from services import pairs_house
from services.errors import NotFoundError, RefusedError
from services.pairs_house import House

FORM, CHANGE, VISIT = passing.PAIR, passing.PAIR_CHANGE, passing.VISIT

Step = Literal[
    "who", "which", "house", "helper", "purpose", "rhythm", "after", "second", "look", "goals",
    "sex", "tongue", "skill", "unwanted",
]  # fmt: skip


class PairForm(BaseModel):
    """The form's data; `step` is what is being asked."""

    model_config = ConfigDict(frozen=True)

    center: int
    step: Step = "who"
    name: str = ""
    person: int = 0
    household: int = 0
    request: int | None = None
    volunteer: int = 0
    purpose: Purpose = Purpose.CARE
    rhythm: Rhythm = Rhythm.MONTHLY
    after: int | None = None
    second: int | None = None
    goals: tuple[str, ...] = ()

    def at(self, step: Step, **changes: object) -> PairForm:
        """The same at another step, with these changes."""
        return self.model_copy(update={"step": step, **changes})


def current(talk: Talk) -> PairForm:
    """The open form. Raises RefusedError when there is none (an old button)."""
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("already-answered"))
    return PairForm.model_validate(talk.form.data)


async def save(talk: Talk, form: PairForm) -> None:
    """Keep the form."""
    await talk.keep(FORM, **form.model_dump(mode="json", exclude_defaults=True))


def check_free(talk: Talk) -> None:
    """Raises RefusedError while another form is open that is to be finished first."""
    from handlers import intake

    intake.check_free(talk)


async def house_of(talk: Talk, form: PairForm) -> House:
    """The form's household. Whoever looks after pairs no more is not kept in the form."""
    try:
        return await pairs_house.look(talk.tx, talk.account, form.center, form.household)
    except NotFoundError:
        await talk.leave()
        raise
