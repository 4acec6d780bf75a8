"""The queue of updates against a plain list, whatever is done to it in whatever order."""

import json

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from simulator.updates import UpdateQueue


class QueueMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.queue = UpdateQueue(first_id=100)
        self.waiting: list[int] = []
        self.next_id = 100
        self.gone = 0

    def drop(self, ids: list[int]) -> None:
        self.waiting = [waiting for waiting in self.waiting if waiting not in ids]
        self.gone += len(ids)

    @rule(lane=st.integers(1, 3))
    def put(self, lane: int) -> None:
        self.queue.put("message", {"n": self.next_id}, lane)
        self.waiting.append(self.next_id)
        self.next_id += 1

    @rule()
    def put_what_nobody_asked_for(self) -> None:
        self.queue.put("chat_member", {}, 1)

    @rule(offset=st.integers(90, 140))
    def confirm(self, offset: int) -> None:
        self.queue.confirm(offset)
        self.drop([waiting for waiting in self.waiting if waiting < offset])

    @rule(back=st.integers(1, 5))
    def confirm_from_the_end(self, back: int) -> None:
        self.queue.confirm(-back)
        self.drop([waiting for waiting in self.waiting if waiting < self.next_id - back])

    @rule(data=st.data())
    def a_webhook_takes_one(self, data: st.DataObject) -> None:
        if self.waiting:
            chosen = data.draw(st.sampled_from(self.waiting))
            update = self.queue.pending[chosen]
            self.queue.done(update)
            self.queue.done(update)
            self.drop([chosen])

    @rule()
    def clear(self) -> None:
        self.queue.clear()
        self.drop(list(self.waiting))

    @invariant()
    def holds_the_same(self) -> None:
        assert list(self.queue.pending) == self.waiting
        assert self.queue.confirmed == self.gone
        first = [json.loads(text) for text in self.queue.first(3)]
        assert first == [{"update_id": n, "message": {"n": n}} for n in self.waiting[:3]]


TestQueue = QueueMachine.TestCase
TestQueue.settings = settings(max_examples=40, stateful_step_count=30)
