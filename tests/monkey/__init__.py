"""People who tap and type at random, and what must hold whatever they do.

`python -m tests.monkey --seed 1 --steps 3000` plays on a fresh SQLite file; the last line of its output is
a JSON object of counts, all of which must be 0 but the steps and the messages.
"""
