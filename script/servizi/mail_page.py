"""The page of the demo that shows the mail it has sent, since none of it leaves this computer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

from servizi.config import HOST
from servizi.mail import MailFolder, catch_mail
from servizi.mail_html import STYLE, list_page, message_page, page

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@contextmanager
def mail_shown(folder: MailFolder, smtp_port: int, page_port: int) -> Iterator[None]:
    """Receive mail and show it, in threads of the launcher, for as long as the block runs."""
    catcher = catch_mail(folder, smtp_port)
    handler = type("MailHandler", (_Handler,), {"folder": folder, "port": page_port})
    server = ThreadingHTTPServer((HOST, page_port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        catcher.stop()


class _Handler(BaseHTTPRequestHandler):
    folder: MailFolder
    port: int

    def do_GET(self) -> None:
        """Answer the list, a message, an attachment, or that there is nothing."""
        # Another site must not read the mail by giving this address a name of its own.
        if self.headers.get("Host") not in {f"{HOST}:{self.port}", f"localhost:{self.port}"}:
            self._send(b"", status=HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            self._route([part for part in self.path.split("/") if part])
        except (KeyError, IndexError, ValueError):
            absent = page("Non trovato", "<p>Questo messaggio non c’è.</p>")
            self._send(absent, status=HTTPStatus.NOT_FOUND)

    def _route(self, parts: list[str]) -> None:
        match parts:
            case []:
                self._send(list_page(self.folder))
            case ["stile.css"]:
                self._send(STYLE.encode(), "text/css; charset=utf-8")
            case [name]:
                self._send(message_page(name, self.folder.message(name)))
            case [name, number]:
                self._send_attachment(self.folder.message(name), int(number))
            case _:
                raise KeyError(self.path)

    def _send_attachment(self, message: EmailMessage, number: int) -> None:
        part = list(message.iter_attachments())[number]
        name = quote(part.get_filename() or f"allegato-{number + 1}")
        self._send(
            _bytes(part),
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


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    # An attached message is not encoded: it goes out as it stands.
    return content if isinstance(content, bytes) else part.get_content().as_bytes()
