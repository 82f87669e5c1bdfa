"""The paper of stay of who is not a citizen of the Union: what is in order, what is watched.

Source: CPIA Napoli Provincia 2, Regolamento iscrizioni, art. 2 (valid). By law, to verify: a
receipt of renewal or of a request of protection counts as the paper (D.Lgs. 286/1998, art. 5
c. 9-bis; D.Lgs. 142/2015, art. 4), and a minor is enrolled whatever the papers (D.Lgs. 286/1998,
art. 38; D.P.R. 394/1999, art. 45).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from cpia.norme.enums import Voce
from cpia.norme.rules.motivi import Motivo, Valore
from cpia.norme.rules.termini import scadenza
from cpia.scuola.parole import data_estesa
from patto_formativo.rules.eta import maggiore_dal

ISCRIZIONI: Final = "Regolamento iscrizioni (CPIA Napoli Provincia 2), art. 2"
RICEVUTE: Final = "D.Lgs. 286/1998, art. 5 c. 9-bis; D.Lgs. 142/2015, art. 4 (da verificare)"
MINORI: Final = "D.Lgs. 286/1998, art. 38; D.P.R. 394/1999, art. 45 (da verificare)"
TERMINE: Final = Valore(
    30, "parametro del portale: nessuna fonte dà un termine per portare il permesso"
)
PREAVVISO: Final = Valore(60, "parametro del portale: quanti giorni prima si avvisa chi scade")


class Titolo(Voce):
    """What somebody shows."""

    PERMESSO = "permesso", "permesso di soggiorno"
    RINNOVO = "rinnovo", "ricevuta della domanda di rinnovo"
    PROTEZIONE = "protezione", "ricevuta della domanda di protezione"


class Esito(StrEnum):
    """Whether the paper is in order; who is let in is never refused for it."""

    NON_SERVE = "non_serve"
    IN_ORDINE = "in_ordine"
    IN_SCADENZA = "in_scadenza"
    MANCA = "manca"
    MINORE = "minore"


@dataclass(frozen=True, slots=True)
class Soggiorno:
    """The paper shown and the day on which it ends; a receipt may have none."""

    titolo: Titolo
    scade: date | None


@dataclass(frozen=True, slots=True)
class GiudizioSoggiorno:
    """The outcome, the day by which something is to be brought, why."""

    esito: Esito
    entro: date | None
    perche: Motivo


def giudica_soggiorno(
    soggiorno: Soggiorno | None,
    *,
    serve: bool,
    nascita: date,
    oggi: date,
    termine: Valore[int] = TERMINE,
    preavviso: Valore[int] = PREAVVISO,
) -> GiudizioSoggiorno:
    """Whether the paper of an enrolled person is in order today.

    ``serve`` is whether the citizenship asks for one. An adult without a valid one is warned and
    has a term, a minor is enrolled all the same.
    """
    if not serve:
        testo = "Cittadinanza dell’Unione europea: il permesso di soggiorno non serve."
        return GiudizioSoggiorno(Esito.NON_SERVE, None, Motivo("cittadinanza", ISCRIZIONI, testo))
    if soggiorno is None or (soggiorno.scade is not None and soggiorno.scade < oggi):
        return _senza(soggiorno, nascita, oggi, termine)
    return _valido(soggiorno, oggi, preavviso)


def _senza(
    soggiorno: Soggiorno | None, nascita: date, oggi: date, termine: Valore[int]
) -> GiudizioSoggiorno:
    che_cosa = "Manca il permesso di soggiorno"
    if soggiorno is not None and soggiorno.scade is not None:
        che_cosa = f"Il titolo di soggiorno è scaduto il {data_estesa(soggiorno.scade)}"
    if oggi < maggiore_dal(nascita):
        testo = f"{che_cosa}: è minorenne, si iscrive in ogni caso."
        return GiudizioSoggiorno(Esito.MINORE, None, Motivo("minore", MINORI, testo))
    fine = scadenza(oggi, termine.valore).giorno
    testo = f"{che_cosa}: si iscrive con l’avviso di portarlo entro il {data_estesa(fine)}."
    fonte = f"{ISCRIZIONI}; {termine.fonte}"
    return GiudizioSoggiorno(Esito.MANCA, fine, Motivo("senza_permesso", fonte, testo))


def _valido(soggiorno: Soggiorno, oggi: date, preavviso: Valore[int]) -> GiudizioSoggiorno:
    ricevuta = soggiorno.titolo != Titolo.PERMESSO
    fonte = RICEVUTE if ricevuta else ISCRIZIONI
    titolo = soggiorno.titolo.etichetta
    if soggiorno.scade is None:
        testo = f"{titolo.capitalize()}, senza scadenza."
        return GiudizioSoggiorno(Esito.IN_ORDINE, None, Motivo("valido", fonte, testo))
    testo = f"{titolo.capitalize()}, valido fino al {data_estesa(soggiorno.scade)}."
    in_scadenza = soggiorno.scade - oggi <= timedelta(days=preavviso.valore)
    esito = Esito.IN_SCADENZA if in_scadenza else Esito.IN_ORDINE
    entro = soggiorno.scade if in_scadenza else None
    return GiudizioSoggiorno(esito, entro, Motivo("valido", fonte, testo))
