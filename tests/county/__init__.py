"""A county of simulated people over weeks of virtual time, on the real services, storage and clock steps.

`python -m tests.county --seed 1 --centers 30 --days 60 --requests 1.5` plays on a fresh SQLite file; the last
line of its output is a JSON object, in which `stuck` and `lost` must be 0. There is no Telegram and no
waiting: what is queued for somebody is before their eyes at once, and they decide what to do and when.
"""
