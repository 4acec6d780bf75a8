"""Names of files that any telephone and any computer can keep."""

from __future__ import annotations


def safe_name(name: str) -> str:
    """The name, any script, with "_" for what some file system does not allow; "file" if nothing is left."""
    from pathvalidate import sanitize_filename  # not needed before a file is sent

    printable = "".join(ch for ch in name if ch.isprintable()).strip(" .")
    found = sanitize_filename(
        printable,
        platform="universal",
        replacement_text="_",
        fs_encoding="utf-8",  # the files are not for this machine
    )
    return str(found) or "file"
