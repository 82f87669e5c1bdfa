"""Last year's campaign as the draft of the next one."""

from datetime import date

import pytest

from competenze.models import Rilevazione
from competenze.rules.copia import coppie_che_restano, giorno_nuovo, titolo_nuovo
from competenze.services.rilevazioni import copia_rilevazione
from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from tests.accessi.mondo import impronta
from tests.factories.competenze import AbbinamentoFactory, RilevazioneFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    CattedraFactory,
    ClasseFactory,
    IncaricoFactory,
    IstitutoFactory,
    contesto,
)


@pytest.mark.parametrize(
    ("titolo", "nuovo"),
    [
        ("Competenze 2023/24, seconde", "Competenze 2024/25, seconde"),
        ("a.s. 2023/2024", "a.s. 2024/2025"),
        ("a.s. 2023-24", "a.s. 2024-25"),
        ("Fine obbligo", "Fine obbligo 2024/25"),
    ],
)
def test_the_title_of_the_next_year(titolo, nuovo):
    assert titolo_nuovo(titolo, 2023) == nuovo


@pytest.mark.parametrize(
    ("giorno", "nuovo"),
    [(date(2024, 5, 31), date(2025, 5, 31)), (date(2024, 2, 29), date(2025, 2, 28))],
)
def test_the_day_a_year_later(giorno, nuovo):
    assert giorno_nuovo(giorno) == nuovo


def test_pairs_stay_where_the_subject_is_taught_or_nothing_is_known_yet():
    coppie = [(1, 10, 100), (1, 11, 100), (2, 12, 100)]
    assert coppie_che_restano(coppie, set()) == coppie
    assert coppie_che_restano(coppie, {(1, 10)}) == [(1, 10, 100), (2, 12, 100)]


@pytest.fixture
def rilevazione(db):
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return RilevazioneFactory(istituto=istituto)


@pytest.fixture
def autore(rilevazione):
    return contesto(IncaricoFactory(istituto=rilevazione.istituto, segreteria=True).persona)


def copia(rilevazione, autore):
    return copia_rilevazione(autore=autore, adesso=ADESSO, rilevazione_id=rilevazione.pk)


def test_it_is_a_draft_of_the_next_year_with_the_pairs_that_persist(rilevazione, autore):
    istituto = rilevazione.istituto
    resta = AbbinamentoFactory(istituto=istituto, rilevazione=rilevazione)
    AbbinamentoFactory(istituto=istituto, rilevazione=rilevazione, corso=resta.corso)
    classe = ClasseFactory(
        istituto=istituto,
        corso=resta.corso,
        anno_scolastico=AnnoScolasticoFactory(istituto=istituto, inizio=2024),
    )
    CattedraFactory(istituto=istituto, classe=classe, disciplina=resta.disciplina)
    nuova = copia(rilevazione, autore)
    assert (nuova.stato, nuova.anno_scolastico.inizio, nuova.circolare) == ("bozza", 2024, "")
    assert (nuova.titolo, nuova.inserimento_dal) == (
        "Rilevazione 2024/25, classi seconde", date(2025, 5, 31),
    )  # fmt: skip
    assert [a.disciplina for a in nuova.abbinamenti.all()] == [resta.disciplina]
    assert [rilevata.classe for rilevata in nuova.classi.all()] == [classe]
    assert Operazione.objects.get(azione="copia rilevazione").dati["da"] == rilevazione.pk


def test_a_second_copy_is_refused_and_changes_nothing(rilevazione, autore):
    copia(rilevazione, autore)
    prima = impronta(rilevazione.istituto)
    with pytest.raises(AttoRifiutato, match="rilevazione_doppia"):
        copia(rilevazione, autore)
    assert impronta(rilevazione.istituto) == prima
    assert Rilevazione.objects.count() == 2
