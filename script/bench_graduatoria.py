"""Cost of forming a ranking: its queries against a limit, its time against reading its rows.

Makes its own PostgreSQL, and a call to which 300 persons applied with all the 18 items of a grid,
each decided, with what three commissioners gave alone of each. Times are the lowest of many rounds
that take turns, so that a busy machine slows all alike; the targets are ratios of the same run.
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

# First of all: it chooses the folder and tells the settings, and loads Django.
from tests.ambiente import FOLDER, start_services, stop_services  # isort: split

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from servizi.config import APPLICATION

from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente
from selezioni_pon.griglie import dati_interi
from selezioni_pon.models import (
    Avviso,
    Commissione,
    DecisioneTitolo,
    Esame,
    PuntiCommissario,
    TitoloDichiarato,
)
from selezioni_pon.queries.graduatorie.formata import formata
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.services.graduatorie import forma_graduatoria
from tests.factories.candidature import CommissarioFactory, CommissioneFactory, inviata
from tests.factories.scuola import (
    ADESSO,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)
from tests.factories.selezioni import AvvisoFactory, GrigliaFactory
from tests.selezioni_pon.scena_griglie import pieno

GRID, MEMBERS = "ic-pinocchio-2018/esperto", 3
QUERIES = 15
CLOSED = ADESSO - timedelta(hours=1)


def create() -> Istituto:
    """The tables, and a school."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    connection.close()
    connection.settings_dict["OPTIONS"]["assume_role"] = APPLICATION
    return IstitutoFactory()


def call(school: Istituto, people: int) -> Avviso:
    """A call whose applications are all decided, and whose commission has closed."""
    of = {"istituto": school}
    grid = GrigliaFactory(**of, chiusa=True, dati=dict(dati_interi(GRID)))
    made = AvvisoFactory(**of, scaduto=True, griglia=grid)
    commission = CommissioneFactory(**of, avviso=made)
    members = [
        CommissarioFactory(**of, commissione=commission, dichiarato=True, presidente=n == 0)
        for n in range(MEMBERS)
    ]
    items = list(griglia_di(made).voci)
    # No two with the same points and the same day of birth: nothing is left to be drawn.
    for n in range(people):
        person = PersonaFactory(**of, data_nascita=ADESSO.date() - timedelta(days=9000 + n))
        sent = inviata(made, person, {})
        titles = TitoloDichiarato.objects.bulk_create(
            TitoloDichiarato(
                **of, invio=sent, voce=item.numero, posto=place, valore=pieno(item, 1 + n % 5)
            )
            for place, item in enumerate(items, start=1)
        )
        DecisioneTitolo.objects.bulk_create(
            DecisioneTitolo(
                **of, titolo=title, esito="accettato", ammesso=title.valore, decisa_il=CLOSED,
                decisa_da=members[0],
            )
            for title in titles
        )  # fmt: skip
        PuntiCommissario.objects.bulk_create(
            PuntiCommissario(
                **of, commissario=member, invio=sent, voce=item.numero, valore=1, dati_il=CLOSED
            )
            for member in members
            for item in items
        )
        Esame.objects.create(**of, invio=sent, chiuso_il=CLOSED, chiuso_da=members[0])
    Commissione.objects.filter(pk=commission.pk).update(chiusa_il=CLOSED)
    return made


def read(made: Avviso) -> Callable[[], object]:
    """Only the rows of which the ranking is made, as the application reads them."""
    return lambda: (
        list(TitoloDichiarato.objects.filter(invio__candidatura__avviso=made)),
        list(DecisioneTitolo.objects.filter(titolo__invio__candidatura__avviso=made)),
    )


def lowest(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Milliseconds of each work, the lowest of the rounds in which they take turns."""
    found = dict.fromkeys(works, float("inf"))
    for _ in range(rounds):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            found[name] = min(found[name], 1000 * (time.perf_counter() - start))
    return found


def rows(people: int) -> list[tuple[str, str, str, float, float]]:
    """Figure, its value, the floor, the ratio, the target."""
    school = create()
    with istituto_corrente(school.pk):
        few, many = call(school, people // 10), call(school, people)
        IncaricoFactory(istituto=school, dirigente=True)
        with CaptureQueriesContext(connection) as ranked:
            formata(many)
        author = contesto(PersonaFactory(istituto=school), ADESSO)
        with CaptureQueriesContext(connection) as formed:
            forma_graduatoria(autore=author, adesso=ADESSO, avviso_id=many.pk)
        found = lowest(
            {"few": lambda: formata(few), "many": lambda: formata(many), "read": read(many)}, 15
        )
    limit = f"limit of {QUERIES}"
    return [
        ("queries, ranking judged", f"{len(ranked)}", limit, len(ranked) / QUERIES, 1.0),
        ("queries, ranking formed", f"{len(formed)}", limit, len(formed) / QUERIES, 1.0),
        row(f"ranking of {people}", found["many"], "its rows read", found["read"], 8),
        row(f"ranking of {people}", found["many"], f"of {people // 10}", found["few"], 14),
    ]


def row(
    figure: str, value: float, base: str, base_value: float, target: float
) -> tuple[str, str, str, float, float]:
    return figure, f"{value:.0f} ms", f"{base} {base_value:.0f} ms", value / base_value, target


def main() -> int:
    try:
        start_services(FOLDER)
        table = rows(300)
    finally:
        connection.close()
        stop_services(FOLDER)
    print(f"{'figure':30}{'value':>10}  {'floor':30}{'ratio':>7}  {'target':9}")
    for figure, value, base, ratio, target in table:
        mark = "ok" if ratio <= target else "MISSED"
        print(f"{figure:30}{value:>10}  {base:30}{ratio:>7.2f}  {f'≤ {target:.2f}':9}{mark}")
    return 0 if all(ratio <= target for *_, ratio, target in table) else 1


if __name__ == "__main__":
    sys.exit(main())
