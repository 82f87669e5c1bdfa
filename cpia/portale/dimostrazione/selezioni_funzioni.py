"""The funzioni strumentali of next year: open to applications, and some still being prepared."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni_domande import chi_e
from cpia.portale.dimostrazione.selezioni_procedure import dirige, ufficio
from cpia.portale.dimostrazione.selezioni_procedure_piano import CANDIDATA
from cpia.scuola.models import AnnoScolastico, Istituto
from selezioni_pon.enums import SpecieTitolo
from selezioni_pon.models import ProceduraFunzioni
from selezioni_pon.services.funzioni import (
    DatiDomanda,
    DatiProcedura,
    apri_procedura,
    prepara_procedura,
    presenta_domanda,
)

ATTO = "Collegio dei docenti, delibera n. 41 del 29 maggio 2024"
ALTRO_ATTO = "Collegio dei docenti, delibera n. 42 del 29 maggio 2024"
PREPARATE_IL = istante(date(2024, 6, 3), 12)
APERTE_IL = istante(date(2024, 6, 3), 13)
SCADE = istante(date(2024, 6, 14), 12)
CHIESTA_IL = istante(date(2024, 6, 4), 16)
DA_PREPARARE_IL = istante(date(2024, 6, 4), 17)
AREA = "2"
QUI_DAL = date(2016, 9, 1)
TITOLI = (
    (SpecieTitolo.FORMAZIONE, "Corso di 25 ore sulla didattica laboratoriale, ambito 1, 2022"),
    (SpecieTitolo.PROGETTO, "Referente del laboratorio teatrale, dal 2019 al 2023"),
)


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """What the office, who directs and a teacher did, and when."""
    yield PREPARATE_IL, _prepara
    yield APERTE_IL, _apre
    yield CHIESTA_IL, _chiede
    yield DA_PREPARARE_IL, _prepara_le_altre


def _prepara(istituto: Istituto) -> None:
    prepara_procedura(**ufficio(istituto, PREPARATE_IL), dati=_dati(istituto, ATTO))


def _prepara_le_altre(istituto: Istituto) -> None:
    prepara_procedura(**ufficio(istituto, DA_PREPARARE_IL), dati=_dati(istituto, ALTRO_ATTO))


def _dati(istituto: Istituto, atto: str) -> DatiProcedura:
    anno = AnnoScolastico.objects.get(istituto=istituto, inizio=2024)
    return DatiProcedura(anno.pk, atto)


def _apre(istituto: Istituto) -> None:
    apri_procedura(**dirige(istituto, APERTE_IL), procedura_id=_procedura(istituto).pk, scade=SCADE)


def _chiede(istituto: Istituto) -> None:
    area = _procedura(istituto).aree.get(sigla=AREA)
    chi = chi_e(istituto, CANDIDATA.cognome, CANDIDATA.nome)
    dati = DatiDomanda(area.pk, QUI_DAL, a_tempo_indeterminato=True, titoli=TITOLI)
    presenta_domanda(
        autore=compi(chi, CHIESTA_IL), adesso=CHIESTA_IL, procedura_id=area.procedura_id, dati=dati
    )


def _procedura(istituto: Istituto) -> ProceduraFunzioni:
    return ProceduraFunzioni.objects.get(istituto=istituto, atto=ATTO)
