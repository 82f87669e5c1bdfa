"""Across apps only what is made for others: the import contracts cannot say this one."""

import grimp
import pytest

APPS = ("cpia.scuola", "cpia.norme", "cpia.atti", "cpia.avvisi", "cpia.portale", "competenze")
OWN = {"access", "admin", "documents", "forms", "rules", "tasks", "urls", "views"}
# The context of a request is made once, on the ground floor, for every storey.
FOR_EVERYBODY = {("cpia.scuola", "access")}


def app_of(module: str) -> str | None:
    """Return the app that a module belongs to, if any."""
    return next((app for app in APPS if f"{module}.".startswith(f"{app}.")), None)


def part_of(module: str, app: str) -> str:
    """Return the first name below the app: `services` of `competenze.services.celle`."""
    return module.removeprefix(app).lstrip(".").partition(".")[0]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Every import of the code, also those inside functions."""
    return grimp.build_graph("cpia", "competenze")


@pytest.mark.parametrize("importer_app", APPS)
def test_an_app_takes_from_others_only_what_is_made_for_others(graph, importer_app):
    allowed = {"rules"} if importer_app == "cpia.portale" else set()
    importers = {importer_app} | graph.find_descendants(importer_app)
    faults = []
    for importer in importers:
        for imported in graph.find_modules_directly_imported_by(importer):
            app = app_of(imported)
            if app in {None, importer_app}:
                continue
            part = part_of(imported, app)
            if part in OWN - allowed and (app, part) not in FOR_EVERYBODY:
                faults.append(f"{importer} -> {imported}")
    assert sorted(faults) == []
