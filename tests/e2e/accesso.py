"""Signing in as one of the people of the demo."""

import time

from playwright.sync_api import Locator, Page, expect

from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import PASSWORD

TELEFONO = {"width": 390, "height": 844}


def entra(page: Page, conto: Conto) -> None:
    """Sign in with password and wait for the desk, and for its scripts: the keys need them."""
    page.goto("/accesso/login/")
    page.locator("[name=login]").fill(conto.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Accedi").click()
    expect(page.get_by_role("heading", name="Cosa c’è da fare")).to_be_visible()
    page.wait_for_load_state()


def ricarica_finche_c_e(page: Page, cosa: Locator, secondi: float = 60) -> None:
    """Read the page again until the portal's worker has done what the test waits for."""
    fine = time.monotonic() + secondi
    while not cosa.count():
        assert time.monotonic() < fine, f"{cosa} never came"
        # Who asks again at once only takes the portal's time from what is waited for.
        page.wait_for_timeout(700)
        page.reload()


def attendi_che(page: Page, vero: str, arg: object = None, secondi: float = 30) -> None:
    """Wait until an expression of the page is true.

    ``wait_for_function`` asks from inside the page from the second time on, where the portal's
    policy forbids ``eval``: it only works when there is nothing to wait for.
    """
    fine = time.monotonic() + secondi
    while not page.evaluate(vero, arg):
        assert time.monotonic() < fine, f"never true: {vero}"
        page.wait_for_timeout(100)


def sta_nella_larghezza(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
