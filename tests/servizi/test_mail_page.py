"""The mail page shows what was sent and runs nothing of it."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from servizi.config import HOST, free_port
from servizi.mail import MailFolder
from servizi.mail_page import mail_shown


@pytest.fixture
def pagina(tmp_path) -> Iterator[str]:
    """The address of the page, after one hostile message has arrived."""
    smtp, port = free_port(), free_port()
    with mail_shown(MailFolder(tmp_path), smtp, port):
        with smtplib.SMTP(HOST, smtp) as server:
            server.send_message(messaggio())
        yield f"http://{HOST}:{port}/"


def messaggio() -> EmailMessage:
    """Return a message whose every part tries to be HTML."""
    message = EmailMessage()
    message["Subject"] = "<script>alert(1)</script> Verbale"
    message["From"] = "scuola@example.it"
    message["To"] = '"<b>Tutti</b>" <a@example.it>'
    message.set_content("<img src=x onerror=alert(1)>\nhttp://127.0.0.1:1/x/?a=1&b=2.")
    message.add_attachment(b"<script>", maintype="text", subtype="html", filename='"<x>.html')
    return message


def leggi(address: str, **headers: str) -> tuple[str, dict[str, str]]:
    """Return body and headers of a page."""
    with urlopen(Request(address, headers=headers)) as answer:
        return answer.read().decode(), dict(answer.headers)


def indirizzo(pagina: str) -> str:
    """Return the address of the one message, as the list gives it."""
    body, _ = leggi(pagina)
    return pagina + body.split('<td><a href="/')[1].split('"')[0]


@pytest.mark.parametrize("quale", ["elenco", "messaggio"])
def test_nothing_of_a_message_becomes_html(pagina, quale):
    body, headers = leggi(pagina if quale == "elenco" else indirizzo(pagina))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Verbale" in body
    assert "<script" not in body
    assert "<img" not in body
    assert "<b>" not in body
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_an_address_in_the_text_can_be_followed(pagina):
    body, _ = leggi(indirizzo(pagina))
    assert '<a href="http://127.0.0.1:1/x/?a=1&amp;b=2">' in body


def test_an_attachment_is_never_shown_in_place(pagina):
    body, headers = leggi(indirizzo(pagina) + "0")
    assert body == "<script>"
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment;")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["assente/", "../servizi.json", "0/0/0", "stile.css/9"])
def test_what_is_not_there_is_told_in_italian(pagina, path):
    with pytest.raises(HTTPError) as absent:
        leggi(pagina + path)
    assert absent.value.code == 404
    assert "Questo messaggio non c’è" in absent.value.read().decode()


def test_another_name_for_this_computer_is_refused(pagina):
    with pytest.raises(HTTPError) as refused:
        leggi(pagina, Host="cattivo.example")
    assert refused.value.code == 421
    refused.value.close()
