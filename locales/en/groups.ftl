# Desks that work in a group: binding, cards in the group, the director's list in private.

button-groups = 📣 Desks in groups
groups = <b>{ $center }: desks that work in a group</b>
    Tap one to stop sending to its group.
    To add one, bring me into a group and write /bind there. For a topic, write it in the topic.
    Confidential requests never go to a group.
groups-none = <b>{ $center }: no desk works in a group yet</b>
    To begin, bring me into a group and write /bind there. For a topic, write it in the topic.
    New requests then go to the group. The first to tap gets it. Confidential ones never go there.
button-desk-group = { $role } · { $title }
groups-free-sure = Stop sending requests for the { $role } to “{ $title }”, and send them to each person instead?
button-free-desk = Yes, to each person
groups-freed = Done. Requests for the { $role } go to each person from now on.

groups-bind = { $center }: which desk's requests should come here? Just tap it.
    Those with ✅ are here already. Confidential requests never go to a group.
button-desk-here = ✅ { $role }
button-desk-free = { $role }
button-desk-elsewhere = { $role } (in another group)
groups-bound = Done. Requests for the { $role } come here from now on.
groups-unbind = Which desk's requests should stop coming here? Just tap it.
groups-unbind-none = None of your desks works here.
groups-leaders-only = Only the director can do this. If you need something, write to me in private.
groups-not-your-question = These buttons are not for you. A director can write the command again.
groups-desk-secret = This desk's requests may not go to a group.
groups-private-only = This button does not work in a group. Please use it in your private chat with me.
groups-start-first = Please say hello to me in private first. Then come back and take it.

groups-card-new = The first to tap gets it. Who and what is told to that person only, in private.
groups-card-returned = Someone gave it back. The first to tap gets it and reads the rest in private.
groups-card-transferred = It was moved here. The first to tap gets it and reads the rest in private.
groups-card-reopened = They say it is not done. The first to tap gets it and reads the rest in private.
groups-taken = It is yours, thank you! Who and what is in your private chat with me.
groups-taken-by-you = ✋ You took it in the group. See below.
groups-number = No. { $number }
groups-gone-returned = ↩️ Given back, for someone else to take.
groups-gone-transferred = 🔀 Moved elsewhere.
groups-gone-risen = ⬆️ Passed to those above.
groups-gone-unbound = This desk does not work here any more. Those in charge have been told.

groups-row = · { $role }: { $title }
groups-lost = I can't write to this group any more:
    { $items }
    What no one had taken has gone to each person. New requests go to them too.
    To use a group again, bring me back and write /bind there.
