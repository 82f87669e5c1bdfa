"""Complaints and requests of access to answer, and what follows from a complaint upheld."""

from collections.abc import Iterator

from django.utils import timezone

from bonus_merito.enums import TipoIstanza
from bonus_merito.models import Istanza
from bonus_merito.queries.doveri.quadro import Aperta
from bonus_merito.queries.doveri.termini import SETTIMANA
from bonus_merito.rules.istanze import ACCESSO, RECLAMO, RETTIFICA
from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa

TITOLI = {
    TipoIstanza.RECLAMO: ("Reclamo sul bonus a cui rispondere", RECLAMO),
    TipoIstanza.ACCESSO: ("Richiesta di accesso sul bonus a cui rispondere", ACCESSO),
}


def doveri(una: Aperta) -> Iterator[Dovere]:
    """Of who directs, one row each: each has its own term. No query."""
    for istanza in una.istanze:
        yield _dovere(istanza)
    for accolto in una.accolti:
        yield _da_rettificare(accolto, una.anno)


def _dovere(istanza: Istanza) -> Dovere:
    titolo, fonte = TITOLI[TipoIstanza(istanza.tipo)]
    giorno = timezone.localdate(istanza.presentata_il)
    testo = (
        f"Presentata il {data_estesa(giorno)}: si risponde con le ragioni entro il "
        f"{data_estesa(istanza.rispondere_entro)}."
    )
    return Dovere(
        chiave=f"bonus.istanza.{istanza.pk}",
        titolo=titolo,
        dettaglio=testo,
        verbo="Rispondi",
        pagina="bonus:istanza",
        oggetto=istanza.pk,
        visibile_dal=giorno,
        entro_il=istanza.rispondere_entro,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("risposta_entro", fonte, testo),),
    )


def _da_rettificare(istanza: Istanza, anno: str) -> Dovere:
    # An answer without its day is not in the tables: see the constraint of the answered request.
    giorno = timezone.localdate(istanza.risposta_il or istanza.presentata_il)
    testo = (
        f"La risposta è del {data_estesa(giorno)}, ma l’esito decretato è ancora quello di prima: "
        "si annulla il decreto e si giudica di nuovo, dalle stesse carte."
    )
    return Dovere(
        chiave=f"bonus.rettifica.{istanza.pk}",
        titolo=f"Reclamo accolto: l’esito del bonus {anno} è da rettificare",
        dettaglio=testo,
        verbo="Rettifica",
        pagina="bonus:istanza",
        oggetto=istanza.pk,
        visibile_dal=giorno,
        entro_il=giorno + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("rettifica", RETTIFICA, testo),),
    )
