"""The early children, once those enrolled are counted in August."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoPosto, TipoVersione
from selezioni_pon.models import SezioneInfanzia, VersioneInfanzia
from selezioni_pon.queries.infanzia.anticipi import anticipi_adesso
from selezioni_pon.queries.infanzia.quadro import Quadro, quadro
from selezioni_pon.queries.infanzia.regole import anno_di
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.rules.fila import Assegnazione
from selezioni_pon.rules.frequenza_anticipata import frequenza
from selezioni_pon.rules.infanzia.passi import contro_il_passo
from selezioni_pon.services.infanzia.blocco import blocca_elenco
from selezioni_pon.services.infanzia.carta import chiedi_carta
from selezioni_pon.services.infanzia.inviti import avverti
from selezioni_pon.services.infanzia.righe import Nuova, scrivi_versione

TIPO = TipoVersione.ANTICIPI


@transaction.atomic
def ammetti_gli_anticipi(
    *, autore: Contesto, adesso: datetime, elenco_id: int, motivo: str = ""
) -> VersioneInfanzia:
    """Take early children in, as many as the sections may hold, the residents first.

    Who directs may, from the day of the count. While somebody who is not early waits, nobody is
    taken in and the version says so. Raises AttoRifiutato with what is against it; a second time
    it wants a reason.
    """
    elenco = blocca_elenco(autore, elenco_id)
    letto = quadro(elenco)
    esigi(contro_il_passo(TIPO, letto.momento(autore.oggi), letto.regole))
    adesso_sono = anticipi_adesso(letto)
    if adesso_sono is None:
        raise ValueError("le sezioni sono contate: è stato appena verificato")
    if adesso_sono.assegnazione.con(StatoPosto.DA_DECIDERE):
        testo = "Sull’ultimo posto ci sono bambini nati lo stesso giorno: prima si sorteggia."
        raise rifiuta("parita_aperta", testo, SORTE)
    if any(una.tipo == TIPO for una in letto.versioni) and not motivo.strip():
        testo = "Gli anticipi sono già stati ammessi: scrivi perché si rifà."
        raise rifiuta("senza_motivo", testo, campo="motivo")
    ripartiti = adesso_sono.ripartiti
    _segna(letto.sezioni, ripartiti.per_sezione)
    nuova = Nuova(TIPO, adesso_sono.assegnazione, ripartiti.motivi, motivo.strip())
    versione = scrivi_versione(
        autore, adesso, letto, nuova, _motivi(letto, nuova.assegnazione),
        azione="ammette anticipi all’infanzia",
    )  # fmt: skip
    versione = chiedi_carta(autore=autore, adesso=adesso, versione_id=versione.pk)
    versione.elenco = elenco
    avverti(versione, None, adesso)
    return versione


def _segna(sezioni: Sequence[SezioneInfanzia], quanti: Sequence[int]) -> None:
    for sezione, suoi in zip(sezioni, quanti, strict=True):
        sezione.anticipi = suoi
        sezione.save(update_fields=["anticipi"])


def _motivi(letto: Quadro, assegnazione: Assegnazione) -> Callable[[str], Sequence[Motivo]]:
    """Of each early child: what it has, and when it would attend."""
    nati = {uno.id: uno.nascita for uno in letto.anticipi}

    def di(chi: str) -> Sequence[Motivo]:
        riga = assegnazione.riga(chi)
        if riga.stato is not StatoPosto.AMMESSO:
            return riga.motivi
        quando = frequenza(nati[chi], anno_di(letto.elenco), letto.regole.frequenza)
        return (*riga.motivi, quando.motivo)

    return di
