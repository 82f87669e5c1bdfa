"""Several people at work at once, each with an own browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import PASSWORD

ISTITUTO = "iis-antonietti"


def accedi(page: Page, conto: Conto, istituto: str = ISTITUTO) -> Page:
    """Sign in and land on the desk of the school, also for who must choose among two."""
    page.goto(f"/accesso/login/?next=/{istituto}/scrivania/")
    page.locator("[name=login]").fill(conto.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Accedi").click()
    expect(page.get_by_role("heading", name="Cosa c’è da fare")).to_be_visible()
    return page


@contextmanager
def compagnia(
    browser: Browser, argomenti: dict, istituto: str = ISTITUTO
) -> Iterator[Callable[[Conto], Page]]:
    """`come(conto)` is the page of that person, signed in the first time."""
    aperti: dict[str, Page] = {}

    def come(conto: Conto) -> Page:
        if conto.email not in aperti:
            page = browser.new_context(**argomenti).new_page()
            aperti[conto.email] = accedi(page, conto, istituto)
        return aperti[conto.email]

    yield come
    for page in aperti.values():
        page.context.close()
