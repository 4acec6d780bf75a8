"""How a wish to learn something is said in English, as regular expressions of a clause in lower case.

Each has a group `what`.
"""

from __future__ import annotations

_WHAT = r"(?P<what>[a-z][a-z+#-]*(?: [a-z0-9+#-]+){0,4}?)"
_END = (
    r"(?: (?:please|too|as well|here|this year|any ?time|if possible|some day|properly|now|"
    r"from (?:somebody|someone)|in the village|at the center))*"
)
_LESSONS = r"(?:courses?|class(?:es)?|lessons?|training|workshops?)"
_SOME = r"(?:how to |about |to |some |a |an |the |more |doing |do )*"
_WHO = (
    r"(?:please |hello |hi )?(?:i|we|he|she|they|(?:my |our )?(?:kids?|children|son|daughter|wife|husband|"
    r"mother|father|brother|sister|neighbou?rs?))?(?: and i)? ?"
    r"(?:would|'d|am|is|are|do|really|also|very much|d)* ?"
)
_WANT = r"(?:want|wants|like|love|hope|wish|wishes|interested|keen|plan|plans)"
_TO_LEARN = r"(?:to (?:learn|study|be taught)|(?:in|on) learning|learning|learn)"
_IS_THERE = r"(?:(?:is|are) there|do you have|have you got|any|when is|when are|when does|where is)"
_A = r"(?: an?| any| the| next| another)*"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|who|you)"

WAYS = (
    rf"{_WHO}{_WANT}(?: very much)? {_TO_LEARN} {_SOME}{_WHAT}(?: {_LESSONS})?{_END}",
    rf"{_WHO}{_WANT} to (?:join|take|attend|do|go to) {_SOME}{_WHAT} "
    rf"(?:{_LESSONS}|team|group|club|choir){_END}",
    rf"{_IS_THERE}{_A} {_LESSONS} (?:on|in|for|about) {_SOME}{_WHAT}{_END}",
    rf"{_IS_THERE}{_A} {_WHAT} {_LESSONS}(?: (?:here|this year|soon|again|start|on))*",
    rf"(?:can|could|will|would) {_SOMEBODY} (?:please )?teach (?:me|us|my [a-z]+|them) {_SOME}{_WHAT}{_END}",
    rf"(?:is there )?{_SOMEBODY}(?: here)?(?: who)? (?:teaches|can teach)(?: me| us)? {_SOME}{_WHAT}{_END}",
    rf"{_WHO}(?:want to |like to )?(?:sign|put) (?:me |us |my [a-z]+ )?(?:up|down) for "
    rf"{_SOME}{_WHAT} {_LESSONS}{_END}",
    rf"{_WHAT} {_LESSONS}(?: for [a-z ]+)?",
    rf"(?:please )?teach (?:me|us) {_SOME}{_WHAT}{_END}",
    rf"learn {_SOME}{_WHAT}{_END}",
    rf"where can (?:i|we|my [a-z]+) learn {_SOME}{_WHAT}{_END}",
)
NEVER = (
    r"^(?:why|what|when|where|who|which|whether|if|that|how|something|anything|it|this|more|skills?|new|"
    r"there|next|no|training|free|any|is|still|first|last|our|your|my|today|tomorrow|do|did|can|sign|"
    r"thanks?)\b|\b(?:not|but|because|was|were|died|dead|has|have|seats?|full|start|how much|give|after)\b|"
    r"\bthe$"
)
"""What is in no subject: then the clause says something else."""
