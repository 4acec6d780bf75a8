"""How fast it is, measured: `make bench`. docs/speed.md says what each figure means and how it is taken.

figures.py has the table and its arithmetic, place.py the county and its databases, stage.py the processes and
their cores, crowd.py the people, contenders.py who is compared; rates.py, notice.py, flood.py and rest.py
measure, and run.py lets them take turns. matching.py compares ways to match the helpers of association.py.
"""
