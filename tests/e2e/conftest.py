"""A browser on the whole portal: script/demo itself, with data, worker and mail of its own."""

import os
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, expect

from tests.e2e.portale import Portale, un_portale

CHROMIUM = "/usr/bin/chromium-headless-shell"
# Nothing but this computer: the browser itself would call home, one page after the other.
CHROMIUM_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
]
# Two portals with their workers share two cores: what is slow now and then is not missing.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On CI a browser's journey that fails is walked once more, and the report counts it."""
    if "CI" in os.environ:
        for item in items:
            if item.get_closest_marker("e2e"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def portale() -> Iterator[Portale]:
    """A portal with own folder and demo data, once for each test process."""
    with un_portale() as portale:
        yield portale


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """Debian's Chromium without a window; its sandbox needs an ordinary user."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    flags = [*CHROMIUM_FLAGS, *sandbox]
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": flags}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict, portale: Portale) -> dict:
    """An Italian desk; addresses in tests begin with a slash."""
    return browser_context_args | {
        "base_url": portale.url,
        "locale": "it-IT",
        "timezone_id": "Europe/Rome",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which a script error or a breach of the content policy fails the test."""
    faults: list[str] = []

    def note_error(error: Error) -> None:
        faults.append(str(error))

    def note_message(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            faults.append(message.text)

    page.on("pageerror", note_error)
    page.on("console", note_message)
    yield page
    assert faults == []


@pytest.fixture
def axe() -> Callable[[Page], None]:
    """`axe(page)` fails with a readable list of what is not accessible on the page as it is."""

    def check(page: Page) -> None:
        # A page that a click has asked for may still be arriving: half a page is no page.
        page.wait_for_load_state()
        violations = Axe().run(page).response["violations"]
        assert not violations, "\n".join(_lines(violations))

    return check


def _lines(violations: list[dict]) -> Iterator[str]:
    for violation in violations:
        yield f"{violation['id']} ({violation['impact']}): {violation['help']}"
        for node in violation["nodes"]:
            yield f"    {' '.join(map(str, node['target']))}: {node['html'][:120]}"
