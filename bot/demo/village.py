"""The people of the demo, and the village as it is before the story begins."""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from importlib import resources

from bot.demo.stage import Actor, Stage
from bot.seed import settle
from domain.roster import parse
from services import people, roster, units
from storage.transaction import Tx

MAQU, DONGXING = "maqu", "dongxing"


@dataclass(frozen=True)
class Part:
    """Somebody of the story. Who is not `settled` registers in the chat; `called` is how neighbours say."""

    name: str
    called: str
    label: str
    phone: str
    center: str = MAQU
    village: str | None = None
    roles: tuple[str, ...] = ()
    settled: bool = True


@dataclass(frozen=True)
class Cast:
    """Everybody, in the order of the page's phones: who asks beside who helps."""

    grandma: Actor
    doctor: Actor
    neighbour: Actor
    helper: Actor
    chen: Actor
    sweeper: Actor
    zhao: Actor
    mediator: Actor
    teacher: Actor
    clerk: Actor
    director: Actor
    yang: Actor
    officer: Actor


PARTS = {
    "grandma": Part("王秀英", "王奶奶", "村民", "+8613800000001", settled=False),
    "doctor": Part("李敏", "李医生", "村医", "+8613800000005", village="石桥头"),
    "neighbour": Part("刘小军", "刘小军", "村民，代办人", "+8613800000002", village="上马曲"),
    "helper": Part("周敏", "周敏", "救助专干", "+8613800000006", village="上马曲", roles=("assistance",)),
    "chen": Part("陈建国", "陈建国", "村民", "+8613800000003", settled=False),
    "sweeper": Part("吴强", "吴强", "环卫员", "+8613800000008", village="下马曲", roles=("environment",)),
    "zhao": Part("赵桂芳", "赵桂芳", "村民", "+8613800000004", village="下马曲"),
    "mediator": Part("张和", "张和", "调解员", "+8613800000007", village="柳树湾", roles=("mediator",)),
    "teacher": Part(
        "何志远", "何老师", "科技培训员", "+8613800000009", village="石桥头", roles=("training",)
    ),
    "clerk": Part("孙丽", "孙丽", "值班员", "+8613800000010", village="上马曲", roles=("clerk",)),
    "director": Part("马国强", "马主任", "主任", "+8613800000011", settled=False),
    "yang": Part("杨秋月", "杨秋月", "村民（东兴村）", "+8613800000012", center=DONGXING, village="河坝"),
    "officer": Part("郑凯", "郑凯", "镇上", "+8613800000013", center=DONGXING, roles=("township",)),
}


async def people_the_village(stage: Stage) -> Cast:
    """Give everybody a phone, import the roster, and register those who have long been there."""
    cast = Cast(**{name: _actor(stage, part) for name, part in PARTS.items()})
    async with stage.begin() as tx:
        await import_roster(tx)
        for field in fields(Cast):
            if PARTS[field.name].settled:
                await _settle(tx, PARTS[field.name], getattr(cast, field.name).person.id)
    return cast


def _actor(stage: Stage, part: Part) -> Actor:
    label = part.label if part.called == part.name else f"{part.label} {part.called}"
    person = stage.sim.person(first_name=part.name, phone=part.phone, label=label)
    return Actor(stage, person, part.called)


async def _settle(tx: Tx, part: Part, account_id: int) -> None:
    account = await settle(
        tx, account_id, center=part.center, name=part.name, village=part.village, roles_held=part.roles
    )
    await people.share_phone(tx, account, part.phone)


async def import_roster(tx: Tx) -> None:
    """What `bangban roster import roster.csv --center maqu --apply` does."""
    center = await units.by_code(tx, MAQU)
    if center is None:
        raise LookupError(MAQU)
    with resources.files(__package__).joinpath("roster.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    villages = [village.name for village in await people.villages(tx, center.id)]
    await roster.bring(tx, center.id, parse(rows, villages=villages, this_year=tx.now.year), apply=True)
