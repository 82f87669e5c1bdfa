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
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.fonti import ISCRIZIONI

ART_2: Final = f"{ISCRIZIONI}, art. 2"
RICEVUTE: Final = "D.Lgs. 286/1998, art. 5 c. 9-bis; D.Lgs. 142/2015, art. 4 (da verificare)"
MINORI: Final = "D.Lgs. 286/1998, art. 38; D.P.R. 394/1999, art. 45 (da verificare)"
VALIDO: Final = (
    f"{ART_2}: il Regolamento lo vuole in corso di validità; il portale non rifiuta, avvisa "
    "(da verificare)"
)
TERMINE: Final = Valore(
    30, "parametro del portale: nessuna fonte dà un termine per portare il permesso"
)
PREAVVISO: Final = Valore(60, "parametro del portale: quanti giorni prima si avvisa chi scade")

RICONTROLLO: Final = Valore(
    60, "parametro del portale, da verificare: nessuna fonte dice per quanto vale una ricevuta "
    "senza scadenza",
)  # fmt: skip


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
    DA_RICHIEDERE = "da_richiedere"
    MANCA = "manca"
    MINORE = "minore"


@dataclass(frozen=True, slots=True)
class Soggiorno:
    """The paper shown, the day on which it ends (a receipt may have none), when it was shown."""

    titolo: Titolo
    scade: date | None
    mostrato: date | None = None


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
    ricontrollo: Valore[int] = RICONTROLLO,
) -> GiudizioSoggiorno:
    """Whether the paper of an enrolled person is in order today.

    ``serve`` is whether the citizenship asks for one. An adult without a valid one is warned and
    has a term, a minor is enrolled all the same. A receipt without an end is good, and asked again
    ``ricontrollo`` days after it was shown.
    """
    if not serve:
        testo = "Cittadinanza italiana o dell’Unione europea: il permesso di soggiorno non serve."
        return GiudizioSoggiorno(Esito.NON_SERVE, None, Motivo("cittadinanza", ART_2, testo))
    if soggiorno is None or (soggiorno.scade is not None and soggiorno.scade < oggi):
        return _senza(soggiorno, nascita, oggi, termine)
    if soggiorno.scade is None and soggiorno.titolo != Titolo.PERMESSO and soggiorno.mostrato:
        return _ricevuta(soggiorno, soggiorno.mostrato, oggi, ricontrollo)
    return _valido(soggiorno, oggi, preavviso)


def _senza(
    soggiorno: Soggiorno | None, nascita: date, oggi: date, termine: Valore[int]
) -> GiudizioSoggiorno:
    che_cosa = "Manca il permesso di soggiorno"
    if soggiorno is not None and soggiorno.scade is not None:
        che_cosa = f"Il titolo di soggiorno è scaduto il {data_estesa(soggiorno.scade)}"
    if minorenne(nascita, oggi):
        testo = f"{che_cosa}: è minorenne, si iscrive in ogni caso."
        return GiudizioSoggiorno(Esito.MINORE, None, Motivo("minore", MINORI, testo))
    fine = scadenza(oggi, termine.valore).giorno
    testo = f"{che_cosa}: si iscrive con l’avviso di portarlo entro il {data_estesa(fine)}."
    fonte = f"{VALIDO}; {termine.fonte}"
    return GiudizioSoggiorno(Esito.MANCA, fine, Motivo("senza_permesso", fonte, testo))


def _ricevuta(
    soggiorno: Soggiorno, mostrato: date, oggi: date, ricontrollo: Valore[int]
) -> GiudizioSoggiorno:
    """A receipt without an end: who holds it is in order, and is asked again after some time."""
    dal = mostrato + timedelta(days=ricontrollo.valore)
    testo = (
        f"{soggiorno.titolo.etichetta.capitalize()}, senza scadenza, mostrata il "
        f"{data_estesa(mostrato)}: si chiede di nuovo dal {data_estesa(dal)}."
    )
    fonte = f"{RICEVUTE}; {ricontrollo.fonte}"
    if oggi < dal:
        return GiudizioSoggiorno(Esito.IN_ORDINE, None, Motivo("valido", fonte, testo))
    testo += " Intanto la persona resta in regola."
    return GiudizioSoggiorno(Esito.DA_RICHIEDERE, dal, Motivo("ricevuta", fonte, testo))


def _valido(soggiorno: Soggiorno, oggi: date, preavviso: Valore[int]) -> GiudizioSoggiorno:
    ricevuta = soggiorno.titolo != Titolo.PERMESSO
    fonte = RICEVUTE if ricevuta else ART_2
    titolo, vale = soggiorno.titolo.etichetta, "valida" if ricevuta else "valido"
    if soggiorno.scade is None:
        testo = f"{titolo.capitalize()}, senza scadenza."
        return GiudizioSoggiorno(Esito.IN_ORDINE, None, Motivo("valido", fonte, testo))
    testo = f"{titolo.capitalize()}, {vale} fino al {data_estesa(soggiorno.scade)}."
    in_scadenza = soggiorno.scade - oggi <= timedelta(days=preavviso.valore)
    esito = Esito.IN_SCADENZA if in_scadenza else Esito.IN_ORDINE
    entro = soggiorno.scade if in_scadenza else None
    return GiudizioSoggiorno(esito, entro, Motivo("valido", fonte, testo))
