"""The page of the demo that shows the mail it has sent, since none of it leaves this computer."""

import html
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

from servizi.config import HOST
from servizi.mail import MailFolder

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
STYLE = """
body { font: 1.05rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid #767676; }
dt { font-weight: bold; float: left; clear: left; min-width: 6rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #767676; }
"""
LINK = re.compile(r"https?://[^\s<>&\"']+[^\s<>&\"'.,;:)]")


def serve_mail(folder: MailFolder, port: int) -> ThreadingHTTPServer:
    """Return a server of the page, ready for `serve_forever` in a thread of its own."""
    handler = type("MailHandler", (_Handler,), {"folder": folder, "port": port})
    return ThreadingHTTPServer((HOST, port), handler)


class _Handler(BaseHTTPRequestHandler):
    folder: MailFolder
    port: int

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        """Answer the list, a message, an attachment, or that there is nothing."""
        # Another site must not read the mail by giving this address a name of its own.
        if self.headers.get("Host") not in {f"{HOST}:{self.port}", f"localhost:{self.port}"}:
            self._send(b"", status=HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            self._route([part for part in self.path.split("/") if part])
        except (KeyError, IndexError, ValueError):
            page = _page("Non trovato", "<p>Questo messaggio non c’è.</p>")
            self._send(page, status=HTTPStatus.NOT_FOUND)

    def _route(self, parts: list[str]) -> None:
        match parts:
            case []:
                self._send(_list_page(self.folder))
            case ["stile.css"]:
                self._send(STYLE.encode(), "text/css; charset=utf-8")
            case [name]:
                self._send(_message_page(name, self.folder.message(name)))
            case [name, number]:
                self._send_attachment(self.folder.message(name), int(number))
            case _:
                raise KeyError(self.path)

    def _send_attachment(self, message: EmailMessage, number: int) -> None:
        part = list(message.iter_attachments())[number]
        name = quote(part.get_filename() or f"allegato-{number + 1}")
        self._send(
            part.get_payload(decode=True) or b"",
            "application/octet-stream",
            {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
        )

    def _send(
        self,
        body: bytes,
        kind: str = "text/html; charset=utf-8",
        headers: dict[str, str] | None = None,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> None:
        self.send_response(status)
        lengths = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (HEADERS | lengths | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet: the terminal belongs to the launcher."""


def _page(title: str, content: str) -> bytes:
    return (
        '<!doctype html><html lang="it"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)} – posta della dimostrazione</title>"
        '<link rel="stylesheet" href="/stile.css">'
        f"<main><h1>{html.escape(title)}</h1>{content}</main></html>"
    ).encode()


def _list_page(folder: MailFolder) -> bytes:
    rows = "".join(_row(name, folder.message(name)) for name in folder.names()[:500])
    if not rows:
        return _page("Posta", "<p>Il portale non ha ancora spedito messaggi.</p>")
    return _page(
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


def _message_page(name: str, message: EmailMessage) -> bytes:
    rows = (("Da", message.get("From", "")), ("A", _recipients(message)), ("Data", _sent(message)))
    heads = "".join(f"<dt>{title}<dd>{html.escape(str(value))}" for title, value in rows)
    return _page(
        message.get("Subject") or "(senza oggetto)",
        f'<p><a href="/">Tutti i messaggi</a></p><dl>{heads}</dl>'
        f"<pre>{_linked(_text(message))}</pre>{_attachments(name, message)}",
    )


def _recipients(message: EmailMessage) -> str:
    return str(message.get("X-Destinatari") or message.get("To") or "")


def _sent(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(message["Date"]).astimezone().strftime("%d/%m/%Y, %H:%M")
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
