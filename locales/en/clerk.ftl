# The clerk writes down what somebody at the desk or on the phone needs.

clerk-only = This is for the duty clerk. To ask for someone else, say what is needed and tap “For somebody else”.
button-file-for = ➕ For a visitor
button-file-another = ➕ Another visitor
clerk-who = Who is it? Type the name or the phone number, or both.
clerk-which = This number is on the roster. Which one is it?
clerk-name = This number is not on the roster. What is the name?
clerk-what = What does { $name } need? Type it, record it, or choose a kind first.
card-who-clerk = 👤 { $name }  📱 { $phone }
    (written down by the duty clerk)
