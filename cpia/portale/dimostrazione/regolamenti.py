"""Regulations of the demo: two versions of one, a contradiction, a draft that is being written."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from cpia.norme.models import Regolamento
from cpia.norme.rules.adozione import Scritto
from cpia.norme.services.regole import scrivi_parametro
from cpia.norme.services.versioni import adotta, prepara_regolamento, prepara_versione
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto, Persona

OGGI: Final = date(2024, 6, 5)
TITOLO: Final = "Regolamento degli organi collegiali (dimostrazione)"
COLLEGIO, CONSIGLIO = "organi.collegio_docenti", "organi.consiglio_istituto"
PRIMA: Final = (
    Scritto(f"{COLLEGIO}.preavviso.ordinaria", "7 giorni", "art. 3"),
    Scritto(f"{COLLEGIO}.preavviso.urgente", "24 ore", "art. 3"),
    Scritto(f"{COLLEGIO}.odg.aggiunta", "unanimita", "art. 4"),
    Scritto(f"{COLLEGIO}.seduta.a_distanza", "no", "art. 5"),
    Scritto(f"{CONSIGLIO}.preavviso.ordinaria", "5 giorni", "art. 8"),
    Scritto(f"{CONSIGLIO}.verbale.pubblicazione_entro", "10 giorni", "art. 11"),
    Scritto("albo.giorni", "15", "art. 14"),
)
POI: Final = (
    Scritto(f"{COLLEGIO}.preavviso.ordinaria", "5 giorni", "art. 3"),
    Scritto(f"{COLLEGIO}.seduta.a_distanza", "sì", "art. 5 bis"),
)
DISCIPLINA: Final = (
    Scritto("disciplina.ricorso_giorni", "15", "art. 22"),
    Scritto("disciplina.sospensione_breve.organo", "consiglio_classe", "art. 19"),
    # The same days of the albo, said otherwise: what the checker is there for.
    Scritto("albo.giorni", "10", "art. 30"),
)


def popola(istituto: Istituto) -> None:
    """Adopt what is in force by the acts of the portal, and leave a draft open."""
    ieri, adesso = istante(date(2022, 9, 1), 9), istante(OGGI, 9)
    segreteria = _chi(istituto, Ruolo.SEGRETERIA_DIDATTICA, adesso)
    vecchio = _adottato(
        segreteria, ieri, TITOLO, PRIMA, "delibera n. 12 del Consiglio d’istituto, 5 luglio 2022"
    )
    _adottato(
        segreteria, istante(date(2023, 1, 9), 9), "Regolamento di disciplina (dimostrazione)",
        DISCIPLINA, "delibera n. 20 del Consiglio d’istituto, 20 dicembre 2022",
    )  # fmt: skip
    nuovo = istante(date(2023, 9, 1), 9)
    seconda = prepara_versione(autore=segreteria, adesso=nuovo, regolamento_id=vecchio.pk)
    _scrivi(segreteria, nuovo, seconda, POI)
    adotta(
        autore=segreteria, adesso=nuovo, bozza_id=seconda.pk, dal=date(2023, 9, 4),
        atto="delibera n. 31 del Consiglio d’istituto, 30 giugno 2023",
    )  # fmt: skip
    bozza = prepara_versione(autore=segreteria, adesso=adesso, regolamento_id=seconda.pk)
    _scrivi(
        segreteria, adesso, bozza,
        [Scritto(f"{COLLEGIO}.preavviso.urgente", "6 giorni", "art. 3 bis")],
    )  # fmt: skip


def popola_altra(istituto: Istituto) -> None:
    """A draft of the regulation that another school was shipped with."""
    adesso = istante(OGGI, 9)
    segreteria = _chi(istituto, Ruolo.SEGRETERIA_DIDATTICA, adesso)
    chiave = "regolamento-istituto-2018"
    in_vigore = Regolamento.objects.get(istituto=istituto, chiave_profilo=chiave)
    bozza = prepara_versione(autore=segreteria, adesso=adesso, regolamento_id=in_vigore.pk)
    _scrivi(
        segreteria, adesso, bozza,
        [Scritto(f"{COLLEGIO}.maggioranza.base", "voti_validi", "art. 17")],
    )  # fmt: skip


def _chi(istituto: Istituto, ruolo: Ruolo, adesso: datetime) -> Contesto:
    incarico = Incarico.objects.filter(istituto=istituto, ruolo=ruolo).order_by("pk")[0]
    return compi(Persona.objects.select_related("istituto").get(pk=incarico.persona_id), adesso)


def _adottato(
    chi: Contesto, adesso: datetime, titolo: str, regole: Sequence[Scritto], atto: str
) -> Regolamento:
    bozza = prepara_regolamento(autore=chi, adesso=adesso, titolo=titolo)
    _scrivi(chi, adesso, bozza, regole)
    return adotta(autore=chi, adesso=adesso, bozza_id=bozza.pk, atto=atto, dal=adesso.date())


def _scrivi(chi: Contesto, adesso: datetime, bozza: Regolamento, regole: Sequence[Scritto]) -> None:
    for regola in regole:
        scrivi_parametro(autore=chi, adesso=adesso, bozza_id=bozza.pk, scritto=regola)
