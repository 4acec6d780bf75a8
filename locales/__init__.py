"""Every word anyone reads, in Fluent files by language and topic, and the translator over them."""

from locales.translator import LANGUAGES, UnknownTextError, format_text, ids, spellings

__all__ = ["LANGUAGES", "UnknownTextError", "format_text", "ids", "spellings"]
