# On the day: checking in, the list, certificates.

check-in-not-now = It is not the time to check in: that is from an hour before it begins until an hour after it is over.
check-in-not-yet = It is too early: the list can be filled in from an hour before it begins.
check-in-no-number = Nobody on the list has number { $part }. Please look again; whoever wrote their name in an empty row goes under “Somebody just came”.
