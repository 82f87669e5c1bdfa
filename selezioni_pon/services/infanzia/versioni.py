"""The list is made provisional, final, and moved on when a place is free: never on the albo."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from selezioni_pon.enums import TipoVersione
from selezioni_pon.models import ElencoInfanzia, VersioneInfanzia
from selezioni_pon.queries.infanzia.quadro import Quadro, quadro
from selezioni_pon.rules.griglia.spiegazione import perche
from selezioni_pon.rules.infanzia.elenco import per_la_famiglia
from selezioni_pon.rules.infanzia.passi import contro_il_passo, contro_le_osservazioni
from selezioni_pon.rules.infanzia.posti import lista_da_formare
from selezioni_pon.rules.lista_attesa import subentra
from selezioni_pon.services.infanzia.blocco import blocca_elenco
from selezioni_pon.services.infanzia.carta import chiedi_carta
from selezioni_pon.services.infanzia.inviti import avverti
from selezioni_pon.services.infanzia.righe import Nuova, scrivi_versione


@transaction.atomic
def forma_versione(
    *,
    autore: Contesto,
    adesso: datetime,
    elenco_id: int,
    tipo: TipoVersione,
    motivo: str = "",
    osservazioni_entro: date | None = None,
) -> VersioneInfanzia:
    """Make the next version of a list: who directs may. Each family is told to read its own.

    Provisional after the term, with until when the families may speak of it, and again with a
    reason; final when that is over and nobody is level on the last place; moved on when somebody
    gave up or came later. Raises AttoRifiutato with what is against it, also when nothing moves.
    """
    elenco = blocca_elenco(autore, elenco_id)
    letto = quadro(elenco)
    esigi(contro_il_passo(tipo, letto.momento(autore.oggi), letto.regole))
    if tipo is TipoVersione.PROVVISORIA:
        esigi(contro_le_osservazioni(osservazioni_entro, autore.oggi))
    else:
        osservazioni_entro = None
    if tipo is TipoVersione.PROVVISORIA and letto.versioni and not motivo.strip():
        testo = "Scrivi perché l’elenco provvisorio si rifà: lo leggono le famiglie."
        raise rifiuta("senza_motivo", testo, campo="motivo")
    if tipo is TipoVersione.SCORRIMENTO and not letto.si_muove:
        raise rifiuta("niente_si_muove", "Nessun posto cambia: non c’è niente da scorrere.")
    nuova = Nuova(
        tipo, letto.assegnazione, motivi_dell_elenco(letto, tipo), motivo.strip(),
        osservazioni_entro,
    )  # fmt: skip
    return _compiuta(autore, adesso, elenco, letto, nuova)


def motivi_dell_elenco(letto: Quadro, tipo: TipoVersione) -> Sequence[Motivo]:
    """What is said of the places: every figure, the threshold, how they were given."""
    chiedono = len(letto.in_ordine.prioritari) + len(letto.in_ordine.in_lista)
    _, soglia = lista_da_formare(chiedono, len(letto.sezioni), letto.regole)
    mossi: Sequence[Motivo] = ()
    if tipo is TipoVersione.SCORRIMENTO and letto.prima is not None:
        mossi = subentra(
            letto.in_ordine.fila, letto.prima, letto.rinunce, letto.posti.totale
        ).motivi
    return (*letto.posti.motivi, soglia, *letto.assegnazione.motivi, *mossi)


def _compiuta(
    autore: Contesto, adesso: datetime, elenco: ElencoInfanzia, letto: Quadro, nuova: Nuova
) -> VersioneInfanzia:
    def motivi_di(chi: str) -> Sequence[Motivo]:
        suoi = per_la_famiglia(letto.in_ordine, nuova.assegnazione, chi).motivi
        if letto.domande[chi].precedenza:
            return suoi
        return (*suoi, *perche(letto.griglia, letto.punteggi[chi]))

    azione = (
        "forma elenco provvisorio dell’infanzia"
        if nuova.tipo is TipoVersione.PROVVISORIA
        else "forma elenco definitivo dell’infanzia"
        if nuova.tipo is TipoVersione.DEFINITIVA
        else "scorre lista di attesa dell’infanzia"
    )
    versione = scrivi_versione(autore, adesso, letto, nuova, motivi_di, azione=azione)
    versione = chiedi_carta(autore=autore, adesso=adesso, versione_id=versione.pk)
    versione.elenco = elenco
    avverti(versione, letto.prima, adesso)
    return versione
