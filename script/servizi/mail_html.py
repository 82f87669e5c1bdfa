"""What the mail page of the demo shows, as HTML with nothing of a message unescaped."""

import html
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from servizi.mail import MailFolder

STYLE = """
body { font: 1.05rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid #767676; }
dt { font-weight: bold; float: left; clear: left; min-width: 6rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #767676; }
"""
LINK = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:)]")
ROME = ZoneInfo("Europe/Rome")


def page(title: str, content: str) -> bytes:
    """Return a whole page; only the title is escaped here."""
    return (
        '<!doctype html><html lang="it"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)} – posta della dimostrazione</title>"
        '<link rel="stylesheet" href="/stile.css">'
        f"<main><h1>{html.escape(title)}</h1>{content}</main></html>"
    ).encode()


def list_page(folder: MailFolder) -> bytes:
    """Return the last messages, the most recent first."""
    rows = "".join(_row(name, folder.message(name)) for name in folder.names()[:500])
    if not rows:
        return page("Posta", "<p>Il portale non ha ancora spedito messaggi.</p>")
    return page(
        "Posta",
        "<p>I messaggi che il portale ha spedito, il più recente in alto. "
        "Nessuno è uscito da questo computer.</p>"
        "<table><thead><tr><th>Oggetto<th>A<th>Spedito</thead>"
        f"<tbody>{rows}</tbody></table>",
    )


def _row(name: str, message: EmailMessage) -> str:
    subject = html.escape(message.get("Subject") or "(senza oggetto)")
    return (
        f'<tr><td><a href="/{name}/">{subject}</a>'
        f"<td>{html.escape(_recipients(message))}<td>{_sent(message)}"
    )


def message_page(name: str, message: EmailMessage) -> bytes:
    """Return one message with its text and the links to its attachments."""
    rows = (("Da", message.get("From", "")), ("A", _recipients(message)), ("Data", _sent(message)))
    heads = "".join(f"<dt>{title}<dd>{html.escape(str(value))}" for title, value in rows)
    return page(
        message.get("Subject") or "(senza oggetto)",
        f'<p><a href="/">Tutti i messaggi</a></p><dl>{heads}</dl>'
        f"<pre>{_linked(_text(message))}</pre>{_attachments(name, message)}",
    )


def _recipients(message: EmailMessage) -> str:
    return str(message.get("X-Destinatari") or message.get("To") or "")


def _sent(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(message["Date"]).astimezone(ROME).strftime("%d/%m/%Y, %H:%M")
    except (TypeError, ValueError):
        return ""


def _text(message: EmailMessage) -> str:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    text = body.get_content()
    return text if body.get_content_subtype() == "plain" else _without_tags(text)


def _without_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def _linked(text: str) -> str:
    """Escape a text and make its web addresses clickable."""
    parts, end = [], 0
    for found in LINK.finditer(text):
        address = html.escape(found.group())
        parts += [html.escape(text[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join([*parts, html.escape(text[end:])])


def _attachments(name: str, message: EmailMessage) -> str:
    items = "".join(
        f'<li><a href="/{name}/{number}">'
        f"{html.escape(part.get_filename() or f'allegato {number + 1}')}</a>"
        for number, part in enumerate(message.iter_attachments())
    )
    return f"<h2>Allegati</h2><ul>{items}</ul>" if items else ""
