"""The story as it is read in a terminal: who did what, and what everybody saw."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from simulator.model import Message

ATTACHED = {
    "photo": "📷",
    "voice": "🎤",
    "location": "📍",
    "contact": "👤",
    "document": "📄",
}
BOT = "帮办"


class Transcript:
    """Writes a story, a scene after the other, onto a console of any width."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._scenes = 0

    def scene(self, caption: str) -> None:
        """A new scene begins: its number, and what it shows in a line of English."""
        self._scenes += 1
        self.console.print()
        self._line(Text(f"{self._scenes}. {caption}", style="bold black on bright_yellow"))

    def did(self, who: str, what: str) -> None:
        """Somebody wrote, tapped or sent something."""
        self.console.print()
        self._line(Text.assemble((who, "bold green"), " ▸ ", what))

    def saw(self, who: str, message: Message) -> None:
        """Somebody's screen shows something new of the bot: its words and its buttons."""
        change = " ✎" if message.edited else ""
        words = " ".join(part for part in (ATTACHED.get(message.kind, ""), message.text) if part)
        rows = (message.markup or {}).get("inline_keyboard", [])
        self._line(Text(f"{BOT} → {who}{change}", style="cyan"), 2)
        self._line(Text(words), 4)
        for row in rows:
            self._line(Text("  ".join(f"[{button['text']}]" for button in row), style="magenta"), 4)

    def toast(self, who: str, words: str) -> None:
        """A few words floated over somebody's screen."""
        self._line(Text.assemble((f"{BOT} → {who}  ", "cyan"), (f"({words})", "italic")), 2)

    def proved(self, what: str) -> None:
        """Something nobody can see on a single screen was looked into and is so."""
        self._line(Text(f"✓ {what}", style="green"), 2)

    def failed(self, expected: str, screens: Sequence[str]) -> None:
        """A step did not happen: what was expected, and what everybody has before them."""
        self.console.print()
        self._line(Text(f"✗ {expected}", style="bold red"))
        for screen in screens:
            self._line(Text(screen))

    def note(self, words: str) -> None:
        """A line that belongs to no scene."""
        self._line(Text(words))

    def _line(self, text: Text, indent: int = 0) -> None:
        for line in text.wrap(self.console, max(10, self.console.width - indent)):
            shown = Text(" " * indent) + line
            shown.rstrip()
            self.console.print(shown)
