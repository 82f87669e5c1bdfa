"""What an organ writes, with its lists and its tables, as HTML.

Paragraphs, lists and tables are understood as in Markdown and nothing else is: an asterisk or a
line of the school's own stays what was typed.
"""

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

SCRITTORE = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
    ["list", "table", "newline", "escape"]
)


def in_html(testo: str) -> SafeString:
    """The text with its paragraphs, lists and tables; whatever else it holds is escaped."""
    return mark_safe(SCRITTORE.render(testo))  # what was typed is escaped by the writer
