# Acting for somebody: who does for whom, and whether they agree.

button-proxies = 👵 Who acts for whom
proxies = Whoever is acted for has to agree. Which would you like to see?
button-acting-for = 🙋 People I act for
button-acted-by = 👵 People who act for me
proxies-acting-for = You act for these people. Tap a name to see more:
proxies-acting-for-none = You act for nobody now. To ask for someone, say what is needed and tap “For somebody else”.
proxies-acted-by = These people act for you. Tap a name to see more:
proxies-acted-by-none = Nobody acts for you now.
button-acting = { $name } · { $state }
standing-asked = no answer yet
standing-confirmed = agreed
standing-refused = not agreed
standing-revoked = ended
acting-for = You act for <b>{ $name }</b>.
    You are: { $kin }
    { $state }
acted-by = <b>{ $name }</b> acts for you.
    { $kin }
    { $state }

proxy-kin = What are you to { $name }?
kin-household = 👪 Same household
kin-child = 🧳 Child or grandchild
kin-neighbour = 🏘️ Neighbour
kin-other = 🤝 Relative, friend, other

told-filed-for-you = { $proxy } asked for this on your behalf. We wanted you to know.
told-and-asked = { $news }
    May they ask for you again? Just tap.
told-filed-by-clerk = The duty clerk wrote this down for you. We wanted you to know.
told-stopped = { $name } says this is no longer needed.
button-proxy-agree = 👌 Yes, also from now on
button-stop-this = ✋ This one is not needed
button-proxy-refuse = 🚫 They shall not act for me
proxy-agree-done = Good. When { $proxy } asks for you, we will not ask you again.
    You can change your mind at any time under “People who act for me”.
proxy-agreed = 👌 { $name } agrees. From now on you can ask for them without a question.
proxy-refuse-sure = Shall { $proxy } never act for you again? This request is cancelled too.
button-no-more-yes = Yes, no more
proxy-refuse-done = Good, { $proxy } can no longer ask for you, and this request is cancelled.
    When you need something, just tell me yourself.
proxy-not-wanted = { $name } would rather ask themselves, so you need not do it any more. Thank you for caring.
proxy-barred = { $name } has said they would rather ask themselves, so you can't ask for them this time.
    Let them say so themselves, or let the duty clerk ask them.
button-ask-again = ☎️ Let the clerk ask them
proxy-ask-again-done = Good, the duty clerk will ask { $name } and you will hear the answer.
proxy-asked-already = The duty clerk has asked once already. Please let them say so themselves.
proxy-still-not-wanted = The duty clerk asked { $name }, who would still rather ask themselves.
proxy-stopped = The duty clerk called { $name }, who says { $number } is not needed, so it is cancelled. Thank you for caring.
proxy-unreachable = The duty clerk called { $name } several times and nobody answered. It goes on; please tell them too.

button-give-up = 👋 Stop acting for them
button-no-more = 🚫 They shall stop
give-up-sure = Stop acting for { $name }?
    What was asked for goes on. To cancel it, open the request.
no-more-sure = Shall { $name } stop acting for you?
    What was asked for goes on. To cancel it, open the request.
give-up-done = Good, you no longer act for { $name }. What was asked for goes on.
no-more-done = Good, { $proxy } can no longer ask for you. What was asked for goes on.
proxy-gave-up = { $proxy } no longer acts for you. When you need something, just tell me, or the duty clerk.
