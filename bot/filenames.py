"""Names of files that any telephone and any computer can keep."""

from __future__ import annotations

from pathvalidate import sanitize_filename


def safe_name(name: str) -> str:
    """The name, any script, with "_" for what some file system does not allow; "file" if nothing is left."""
    printable = "".join(ch for ch in name if ch.isprintable()).strip(" .")
    return str(sanitize_filename(printable, platform="universal", replacement_text="_")) or "file"
