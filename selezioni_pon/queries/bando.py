"""A call as the rules judge it: what it lacks, why it may be opened, what it may cost."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco
from selezioni_pon.enums import Fase
from selezioni_pon.models import Avviso
from selezioni_pon.models import Progetto as RigaProgetto
from selezioni_pon.queries.griglie import griglia_scritta, rilievi, sezioni_vuote
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.svolte import svolte
from selezioni_pon.rules.avviso import Bando, Progetto
from selezioni_pon.rules.bando import da_ricontrollare, verifica_pubblicazione
from selezioni_pon.rules.contenuti import CONTENUTO
from selezioni_pon.rules.fasi import perche_si_apre, verifica_apertura
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.offerta import Compenso, spesa_massima
from selezioni_pon.rules.regole import RegoleSelezioni
from selezioni_pon.rules.termine import PERENTORIO, Finestra, al_secondo

__all__ = [
    "bando_di",
    "da_rivedere",
    "mancanze",
    "perche",
    "regole_di",
    "spesa",
    "svolte",
]
SENZA_TERMINE: Final = "termine_mancante"


def bando_di(avviso: Avviso, adesso: datetime, *, rilievi_letti: bool = False) -> Bando:
    """The call as the rules take it, loaded with its project, grid and responsible. No query.

    A draft opens now; a published one opened when it was published.
    """
    apre, griglia = avviso.pubblicato_il or adesso, avviso.griglia
    scritta = griglia_scritta(griglia) if griglia else None
    return Bando(
        fase=Fase(avviso.fase),
        ruolo=avviso.selezione.ruolo,
        progetto=_progetto(avviso.selezione.progetto, avviso.cig),
        ore=Fraction(avviso.ore),
        posti=avviso.posti,
        compenso=compenso_di(avviso),
        finestra=Finestra(apre, avviso.scade) if avviso.scade and avviso.scade > apre else None,
        dal=avviso.dal,
        al=avviso.al,
        ordine_scolastico=avviso.ordine_scolastico,
        titoli_di_studio=avviso.titoli_di_studio,
        come_si_presenta=avviso.come_si_presenta,
        responsabile=str(avviso.responsabile or ""),
        pagamento=avviso.pagamento,
        trattamento=avviso.trattamento,
        sospensioni=avviso.sospensioni,
        urgenza=avviso.urgenza,
        disponibilita=_centesimi(avviso.selezione.progetto.disponibilita),
        reclamo_giorni=avviso.reclamo_giorni,
        griglia=_con_voci(scritta),
        rilievi=len(rilievi(griglia)) if griglia else 0,
        rilievi_letti=rilievi_letti or avviso.rilievi_letti_il is not None,
    )


def mancanze(avviso: Avviso, adesso: datetime, *, rilievi_letti: bool = False) -> list[Violazione]:
    """What is against publishing a draft now, each at its field. Two queries at most."""
    regole = regole_di(avviso)
    bando = bando_di(avviso, adesso, rilievi_letti=rilievi_letti)
    trovate = verifica_pubblicazione(bando, regole)
    return [
        *(_gia_passato(avviso, violazione) for violazione in trovate),
        *_della_griglia(avviso),
        *verifica_apertura(bando.fase, svolte(avviso.selezione), regole.avviso),
    ]


def da_rivedere(avviso: Avviso, adesso: datetime) -> tuple[Motivo, ...]:
    """What stops nothing and is better looked at before publishing. No query."""
    return da_ricontrollare(bando_di(avviso, adesso))


def perche(avviso: Avviso, regole: RegoleSelezioni | None = None) -> tuple[Motivo, ...]:
    """Why the call may go to these people: the acts of the calls before it. Two queries."""
    regole = regole or regole_di(avviso)
    return perche_si_apre(Fase(avviso.fase), svolte(avviso.selezione), regole.avviso)


def compenso_di(avviso: Avviso) -> Compenso | None:
    """The hourly pay in cents; None until both ends are written."""
    if avviso.compenso_minimo is None or avviso.compenso_massimo is None:
        return None
    return Compenso(int(avviso.compenso_minimo * 100), int(avviso.compenso_massimo * 100))


def spesa(avviso: Avviso) -> int | None:
    """The most that the call may cost, in cents; None until pay and hours are written."""
    compenso = compenso_di(avviso)
    if compenso is None or avviso.ore <= 0:
        return None
    return spesa_massima(compenso, Fraction(avviso.ore), avviso.posti)


def _progetto(progetto: RigaProgetto, cig: str) -> Progetto:
    return Progetto(
        titolo=progetto.titolo,
        finalita=progetto.finalita,
        attivita=progetto.attivita,
        prodotti=progetto.prodotti,
        codice=progetto.codice,
        cup=progetto.cup,
        cig=cig,
        finanziato=progetto.finanziato,
    )


def _centesimi(euro: Decimal | None) -> int | None:
    return None if euro is None else int(euro * 100)


def _con_voci(griglia: Griglia | None) -> Griglia | None:
    """A grid in which nothing is written yet holds no criteria."""
    return griglia if griglia is not None and any(griglia.voci) else None


def _gia_passato(avviso: Avviso, violazione: Violazione) -> Violazione:
    """Where a term is written, what is wrong with it is that it is over."""
    if violazione.codice != SENZA_TERMINE or avviso.scade is None:
        return violazione
    testo = f"Il termine è già passato ({al_secondo(avviso.scade)}): spostalo."
    return Violazione("termine_passato", testo, PERENTORIO, violazione.campo)


def _della_griglia(avviso: Avviso) -> Iterator[Violazione]:
    griglia = avviso.griglia
    if griglia is None:
        return
    if griglia.ritirata_il is not None:
        testo = f"La griglia «{griglia.titolo}» è ritirata: scegline un’altra."
        yield Violazione("griglia_ritirata", testo, CONTENUTO, "griglia")
    vuote = sezioni_vuote(griglia)
    if vuote and any(griglia_scritta(griglia).voci):
        testo = f"Nella griglia {elenco(f'la sezione {sigla}' for sigla in vuote)} non ha voci."
        yield Violazione("sezione_vuota", testo, CONTENUTO, "griglia")
