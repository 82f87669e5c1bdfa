"""script/demo as a person meets it: the first page, the mail page, a healthy portal."""

import json
import socket
from contextlib import ExitStack
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.e2e


def test_every_part_of_the_portal_is_well(portale):
    with urlopen(f"{portale.url}/salute/") as answer:
        components = json.load(answer)["componenti"]
    assert components == {"database": True, "broker": True, "worker": True}


def test_connections_that_say_nothing_stop_nobody(portale):
    """As the ones a browser opens in advance, and may leave silent for half a minute."""
    porta = int(portale.url.rpartition(":")[2])
    with ExitStack() as silenzio:
        for _ in range(12):
            silenzio.enter_context(socket.create_connection(("127.0.0.1", porta)))
        with urlopen(f"{portale.url}/salute/", timeout=10) as answer:
            assert answer.status == 200


def test_a_stranger_is_asked_to_sign_in(portale, page: Page, axe):
    page.goto("/")
    assert "/accesso/" in page.url
    axe(page)


def test_the_mail_page_is_beside_the_portal(portale, page: Page, axe):
    port = int(portale.url.rpartition(":")[2]) + 1
    assert f":{port}/" in portale.avviso
    page.goto(f"http://127.0.0.1:{port}/")
    assert page.get_by_role("heading", name="Posta").is_visible()
    axe(page)
