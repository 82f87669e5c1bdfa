"""What may be declared, until when, and what a request needs before it is sent.

Source: CPIA Caltanissetta/Enna, Criteri e regolamento, arts. 3, 4 and 5.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bonus_merito.rules.fonti import modello
from cpia.norme.rules.anno import AnnoScolastico
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa, elenco, giorno_e_ora

ARCO: Final = modello("art. 3: le attività svolte nel corrente anno scolastico")
RICHIESTA: Final = modello("art. 4: esplicita richiesta entro il termine")
D_UFFICIO: Final = modello(
    "art. 4: se nessuno compila la griglia il dirigente procede in maniera autonoma"
)
QUANTI: Final = modello("art. 6: la parte dei docenti di ruolo in servizio")
GRIGLIA: Final = modello("art. 5: griglia di autodichiarazione")
ALFABETICO: Final = modello("art. 9: l’elenco è distinto per gruppi")
ATTIVITA_MASSIME: Final = 40
PROVE_MASSIME: Final = 12
MEGABYTE: Final = 1024 * 1024
# Forty activities of twelve files would be gigabytes that nobody reads, in a store of all schools.
BYTE_MASSIMI: Final = 100 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Dichiarata:
    """A declared activity as the rules look at one; ``numero`` is its place on the screen."""

    numero: int
    titolo: str
    testo: str
    dal: date | None
    al: date | None


def contro_i_giorni(
    dal: date | None, al: date | None, *, inizio: int, oggi: date
) -> list[Violazione]:
    """What is wrong with the days of an activity; ``inizio`` is the year the school year begins.

    Only what was done counts, and only in the school year of the bonus.
    """
    anno = AnnoScolastico(inizio)
    contro = []
    for campo, giorno in (("dal", dal), ("al", al)):
        if giorno is not None and not anno.dal <= giorno <= anno.al:
            arco = f"dal {data_estesa(anno.dal)} al {data_estesa(anno.al)}"
            contro.append(
                Violazione("fuori_anno", f"Conta solo l’anno in corso: {arco}.", ARCO, campo)
            )
    if dal is not None and dal > oggi:
        contro.append(Violazione("da_fare", "Si dichiara ciò che è già cominciato.", ARCO, "dal"))
    if al is not None and dal is None:
        contro.append(Violazione("senza_inizio", "Scrivi anche da quando.", ARCO, "dal"))
    if dal is not None and al is not None and al < dal:
        contro.append(Violazione("al_prima", "La fine viene prima dell’inizio.", ARCO, "al"))
    return contro


def contro_il_termine(scade: datetime | None, adesso: datetime) -> list[Violazione]:
    """A request is begun, changed, sent and taken back until its term."""
    if scade is not None and adesso < scade:
        return []
    quando = f": era {giorno_e_ora(scade)}" if scade is not None else ""
    return [Violazione("termine", f"Il termine è passato{quando}.", RICHIESTA)]


def incompleta(attivita: Dichiarata) -> list[str]:
    """What an activity still lacks, in words."""
    manca = []
    if not attivita.titolo.strip():
        manca.append("il titolo")
    if not attivita.testo.strip():
        manca.append("che cosa si è fatto")
    if attivita.dal is None:
        manca.append("da quando")
    return manca


def contro_l_invio(
    attivita: Sequence[Dichiarata], *, gruppo: str, serve_gruppo: bool, inizio: int, oggi: date
) -> list[Violazione]:
    """What stops a request from being sent; a school for adults also asks the group (art. 9)."""
    contro = []
    if not attivita:
        contro.append(Violazione("vuota", "Non c’è ancora nessuna attività.", GRIGLIA))
    for una in attivita:
        if manca := incompleta(una):
            contro.append(
                Violazione("incompleta", f"Attività {una.numero}: manca {elenco(manca)}.", GRIGLIA)
            )
        for contraria in contro_i_giorni(una.dal, una.al, inizio=inizio, oggi=oggi):
            testo = f"Attività {una.numero}: {contraria.testo}"
            contro.append(Violazione(contraria.codice, testo, contraria.fonte))
    if serve_gruppo and not gruppo:
        contro.append(
            Violazione("gruppo", "Scegli il gruppo in cui insegni.", ALFABETICO, "gruppo")
        )
    return contro


def contro_la_scadenza(
    scade: datetime, *, adesso: datetime, prima: datetime | None = None
) -> list[Violazione]:
    """A term is to come; moved, it is moved forward. ``prima`` is the one that stood."""
    if scade <= adesso:
        return [Violazione("passata", "Il termine deve ancora venire.", RICHIESTA, "scade")]
    if prima is not None and scade <= prima:
        testo = f"Si proroga oltre il termine di adesso: {giorno_e_ora(prima)}."
        return [Violazione("indietro", testo, RICHIESTA, "scade")]
    return []
