"""The rankings of spring: one final, one provisional with a complaint answered and one open."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni_commissione import membro_il
from cpia.portale.dimostrazione.selezioni_domande import chi_e
from cpia.portale.dimostrazione.selezioni_procedure import avviso_per, dirige
from cpia.portale.dimostrazione.selezioni_procedure_piano import (
    CANDIDATA,
    PRESIEDE,
    REFERENTI,
    TUTOR,
)
from cpia.scuola.models import Istituto
from selezioni_pon.enums import EsitoReclamo
from selezioni_pon.models import Graduatoria, Reclamo
from selezioni_pon.services.graduatorie import (
    approva_definitiva,
    forma_graduatoria,
    presenta_reclamo,
    pubblica_graduatoria,
    rispondi_reclamo,
)

RECLAMA = (CANDIDATA.cognome, CANDIDATA.nome)
LAMENTA = (
    "Nella voce C.1 ho dichiarato tre corsi di scrittura come formatrice. Chiedo di sapere quanti "
    "ne sono stati contati, e di contare anche le ore di progettazione."
)
RISPOSTA = (
    "I tre corsi sono stati contati tutti, con 2,5 punti ciascuno. Le ore di progettazione non "
    "sono un’esperienza a parte: la griglia dà punti per ciascun corso di almeno 8 ore."
)
ALTRO = (
    "Sono a pari punti con chi mi precede. Nella domanda ho scritto i giorni di servizio in questa "
    "scuola, ma non quelli nel plesso prima dell’accorpamento: chiedo di contarli."
)


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """Formed by who presides, approved by who directs; complained of, answered."""
    for ruolo, formata, approvata in (
        (REFERENTI.ruolo, (20, 17), (20, 18)), (TUTOR.ruolo, (27, 15), (28, 13)),
    ):  # fmt: skip
        giorno, ora = formata
        forma = istante(date(2024, 5, giorno), ora)
        yield forma, partial(_forma, ruolo=ruolo, quando=forma)
        giorno, ora = approvata
        pubblica = istante(date(2024, 5, giorno), ora)
        yield pubblica, partial(_pubblica, ruolo=ruolo, quando=pubblica)
    finale = istante(date(2024, 5, 27), 9)
    yield finale, partial(_definitiva, ruolo=REFERENTI.ruolo, quando=finale)
    primo, risposta, secondo = (
        istante(date(2024, 6, 3), 10), istante(date(2024, 6, 4), 12), istante(date(2024, 6, 4), 9),
    )  # fmt: skip
    yield primo, partial(_reclama, chi=RECLAMA, testo=LAMENTA, quando=primo)
    yield secondo, partial(_reclama, chi=("Plebani", "Paolo"), testo=ALTRO, quando=secondo)
    yield risposta, partial(_risponde, quando=risposta)


def _forma(istituto: Istituto, ruolo: str, quando: datetime) -> None:
    chi = membro_il(istituto, PRESIEDE, quando)
    forma_graduatoria(**chi, avviso_id=avviso_per(istituto, ruolo).pk)


def _ultima(istituto: Istituto, ruolo: str) -> Graduatoria:
    righe = Graduatoria.objects.filter(istituto=istituto, avviso=avviso_per(istituto, ruolo))
    return righe.latest("numero")


def _pubblica(istituto: Istituto, ruolo: str, quando: datetime) -> None:
    bozza = _ultima(istituto, ruolo)
    pubblica_graduatoria(
        **dirige(istituto, quando), graduatoria_id=bozza.pk, versione=bozza.versione
    )


def _definitiva(istituto: Istituto, ruolo: str, quando: datetime) -> None:
    provvisoria = _ultima(istituto, ruolo)
    approva_definitiva(
        **dirige(istituto, quando), graduatoria_id=provvisoria.pk, versione=provvisoria.versione
    )


def _reclama(istituto: Istituto, chi: tuple[str, str], testo: str, quando: datetime) -> None:
    autore = compi(chi_e(istituto, *chi), quando)
    presenta_reclamo(
        autore=autore, adesso=quando, avviso_id=avviso_per(istituto, TUTOR.ruolo).pk, testo=testo,
        chiave=f"dimostrazione {chi[0]}",
    )  # fmt: skip


def _risponde(istituto: Istituto, quando: datetime) -> None:
    reclamo = Reclamo.objects.get(istituto=istituto, candidatura__persona__cognome=RECLAMA[0])
    rispondi_reclamo(
        **dirige(istituto, quando), reclamo_id=reclamo.pk, esito=EsitoReclamo.RESPINTO,
        motivo=RISPOSTA,
    )  # fmt: skip
