"""The story, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.demo import arrivals, emergencies, helping, learning, needs, telling
from bot.demo.stage import Stage
from bot.demo.village import Cast

Scene = Callable[[Stage, Cast], Awaitable[None]]
"""Its docstring is its caption."""

SCENES: tuple[Scene, ...] = (
    arrivals.everybody_opens_the_chat,
    arrivals.the_director_accepts,
    arrivals.the_director_invites_the_doctor,
    arrivals.grandma_registers,
    needs.a_sentence_becomes_a_request,
    needs.they_talk,
    needs.it_is_finished_and_rated,
    arrivals.chen_registers,
    needs.a_voice_note_by_the_menu,
    needs.not_done_then_done,
    needs.a_neighbour_asks_for_grandma,
    needs.a_question_about_grafting,
    needs.a_quarrel_that_only_two_read,
    needs.moved_to_another_desk,
    emergencies.an_urgent_sentence,
    needs.where_nobody_sits,
    needs.following_up,
    helping.zhao_offers_a_hand,
    helping.hands_for_the_harvest,
    helping.a_helper_for_good,
    learning.five_want_to_learn_grafting,
    learning.a_course_is_made_of_it,
    learning.three_seats_for_four,
    learning.the_day_comes,
    learning.a_certificate_that_anybody_can_check,
    telling.no_water_today,
    telling.for_those_without_a_telephone,
    telling.is_everybody_safe,
)
