"""The plan of a path of two levels, and the rules of the school that its paper cites."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from cpia.norme.enums import TipoParametro
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.documents.ore_patto import note_delle_ore
from patto_formativo.enums import Percorso
from patto_formativo.models import Versione
from patto_formativo.queries.patti.piano import misure_della, regole_percorso
from patto_formativo.queries.regole import regole
from patto_formativo.services import patti
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    OffertaFactory,
    PattoFactory,
    QuadroOrarioFactory,
    UnitaApprendimentoFactory,
    VersioneFactory,
)
from tests.factories.scuola import ADESSO
from tests.patto_formativo.scena_patti import Scena, prepara

A1 = dict.fromkeys(("ascolto", "lettura", "interazione", "produzione_orale"), 20)
A1 |= {"produzione_scritta": 20}
A2 = dict.fromkeys(A1, 15) | {"interazione": 20}
OGGI = ADESSO.date()


@pytest.fixture
def qui(db, monkeypatch) -> Scena:
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def bozza(qui, percorso, **versione) -> Versione:
    offerta = OffertaFactory(
        istituto=qui.istituto, genere=percorso.value,
        anno_scolastico=qui.corsista.anno_scolastico,
    )  # fmt: skip
    corsista = CorsistaFactory(istituto=qui.istituto, offerta=offerta, tutor=qui.tutor)
    patto = PattoFactory(istituto=qui.istituto, corsista=corsista)
    return VersioneFactory(istituto=qui.istituto, patto=patto, **versione)


def di_italiano(qui, **crediti) -> Versione:
    """A draft of alfabetizzazione: two units for each level, as the timetable of the law."""
    for livello, ore in (("A1", A1), ("A2", A2)):
        quadro = QuadroOrarioFactory(
            istituto=qui.istituto, anno_scolastico=qui.corsista.anno_scolastico,
            percorso=Percorso.ALFABETIZZAZIONE.value, livello=livello,
            ore={c: str(quante) for c, quante in ore.items()},
        )  # fmt: skip
        # All the competences in one unit: alone its hours do not say how many each one has.
        UnitaApprendimentoFactory(
            istituto=qui.istituto, quadro=quadro, titolo=livello, competenze=list(ore),
            ore=Decimal(sum(ore.values())),
        )  # fmt: skip
    return bozza(
        qui, Percorso.ALFABETIZZAZIONE, ore_totali=Decimal(200), ore_accoglienza=Decimal(20),
        ore={c: str(A1[c] + A2[c]) for c in A1}, crediti=crediti,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("crediti", "attese"),
    [
        ({}, {"A1": 100, "A2": 80}),
        (dict.fromkeys(A1, "18"), {"A1": 10, "A2": 80}),
        ({"interazione": "20"}, {"A1": 80, "A2": 80}),
        (dict.fromkeys(A1, "20"), {"A2": 80}),
        ({"interazione": "40"}, {"A1": 80, "A2": 60}),
    ],
)
def test_what_is_recognised_leaves_the_hours_of_the_higher_level(qui, crediti, attese):
    versione = di_italiano(qui, **crediti)
    patti.proponi_riparto(autore=qui.come(qui.tutor), adesso=ADESSO, versione_id=versione.pk)
    ore = {riga.unita.titolo: riga.ore for riga in versione.unita.select_related("unita")}
    assert ore == attese
    assert sum(map(Fraction, ore.values())) == misure_della(versione).psp


def test_plan_and_paper_cite_the_rules_that_the_school_has_on_that_day(qui):
    corsista = bozza(qui, Percorso.SECONDO_PERIODO).patto.corsista
    misure = misure_della(qui.bozza())

    def dette() -> str:
        return " ".join(note_delle_ore(corsista, misure, regole(qui.istituto.pk, OGGI)))

    assert "412,5" in dette()
    regolamento = Regolamento.objects.create(
        istituto=qui.istituto, titolo="Regolamento", atto="delibera n. 1", dal=date(2023, 9, 1)
    )
    Parametro.objects.create(
        istituto=qui.istituto, regolamento=regolamento, chiave="patto.tetto_crediti",
        valore="2/5", tipo=TipoParametro.FRAZIONE, articolo="art. 7",
    )  # fmt: skip
    della_scuola = regole_percorso(corsista, regole(qui.istituto.pk, OGGI))
    assert (della_scuola.tetto, della_scuola.ore) == (330, 825)
    assert "412,5" not in dette()
