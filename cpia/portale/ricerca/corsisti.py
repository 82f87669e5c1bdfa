"""The persons enrolled in a CPIA, for who may look at them."""

from typing import Any

from cpia.portale.ricerca.confronto import Insieme, senza_apostrofi, trova, unito
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoCorsista
from patto_formativo.queries import cercabili


def corsisti(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by name. Three queries at most, none in a school that is no CPIA."""
    nome = Insieme(
        "persona__cognome", "persona__nome", senza_apostrofi("persona__cognome"),
        unito("persona__cognome"), unito("persona__nome"),
    )  # fmt: skip
    trovate = trova(
        cercabili.iscritti(contesto), domanda.alla_lettera, nome,
        "persona__cognome", "persona__nome", "-anno_scolastico__inizio", "pk",
    )  # fmt: skip
    return trovati(trovate[fetta], lambda corsista: _corsista(contesto, corsista))


def _corsista(contesto: Contesto, corsista: Any) -> Risultato:
    offerta = corsista.offerta
    sede = offerta.sede.nome if corsista.dice_sede else ""
    parti = [offerta.get_genere_display(), sede, str(corsista.anno_scolastico)]
    riga = ", ".join(filter(None, [*parti, _uscito(corsista)]))
    dove = indirizzo("patto:corsista", contesto, corsista.pk)
    return Risultato(str(corsista.persona), riga, dove, corsista.chiuso_il)


def _uscito(corsista: Any) -> str:
    return "" if corsista.stato == StatoCorsista.ATTIVO else corsista.get_stato_display()
