"""Exactly once, proved: the real program is killed again and again, and worse, while people use it; then the
simulator's own record of what was said, tapped and received is balanced against the database.

`python -m tests.chaos --seed 1`.
"""
