"""The commissions of spring: named, declaring; two have closed, one is at work today."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from cpia.portale.dimostrazione import selezioni_commissione_piano as piano
from cpia.portale.dimostrazione.organi_piano import PINOCCHIO
from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.portale.dimostrazione.selezioni_domande import chi_e
from cpia.portale.dimostrazione.selezioni_procedure import avviso_per, dirige
from cpia.portale.dimostrazione.selezioni_procedure_piano import (
    GIUDICA,
    PRESIEDE,
    REFERENTI,
    TEATRO,
    TUTOR,
)
from cpia.scuola.models import Istituto
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models import Invio
from selezioni_pon.queries.commissione.punteggi import versione_di
from selezioni_pon.services.commissione.dati import DatiDichiarazione, DatiNomina
from selezioni_pon.services.commissione.dichiarazione import dichiara
from selezioni_pon.services.commissione.discrezionali import dai_punti
from selezioni_pon.services.commissione.esami import (
    DatiEsclusione,
    chiudi_domanda,
    escludi_domanda,
)
from selezioni_pon.services.commissione.lavori import chiudi_lavori
from selezioni_pon.services.commissione.nomina import nomina_commissione
from selezioni_pon.services.commissione.titoli import DatiDecisione, decidi_titolo

# Who has a login of the organs is the third: in the commission at work it has not declared yet.
TERZO = PINOCCHIO.conti[-1][1]
MEMBRI = (PRESIEDE, GIUDICA, TERZO)


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """Of each commission, day by day."""
    for ruolo, giorno, ora, decreto in (
        (REFERENTI.ruolo, date(2024, 5, 17), 9, 41), (TUTOR.ruolo, date(2024, 5, 17), 10, 42),
        (TEATRO.ruolo, date(2024, 5, 28), 14, 47),
    ):  # fmt: skip
        atto = f"Decreto del dirigente n. {decreto} del {giorno.day} maggio 2024"
        quando = istante(giorno, ora)
        yield quando, partial(_nomina, ruolo=ruolo, quando=quando, atto=atto)
    for ruolo, inizio in (
        (REFERENTI.ruolo, istante(date(2024, 5, 20), 15)),
        (TUTOR.ruolo, istante(date(2024, 5, 22), 15)),
    ):
        yield inizio, partial(_dichiarano, ruolo=ruolo, chi=MEMBRI, quando=inizio)
        dopo = inizio + timedelta(minutes=20)
        yield dopo, partial(_decide, ruolo=ruolo, quando=dopo, decise=piano.DECISE[ruolo])
        yield dopo, partial(_chiude, ruolo=ruolo, quando=dopo + timedelta(minutes=30))
    prima = istante(date(2024, 5, 30), 15)
    yield prima, partial(_dichiarano, ruolo=TEATRO.ruolo, chi=MEMBRI[:2], quando=prima)
    poi = istante(date(2024, 6, 3), 15, 30)
    yield poi, partial(_a_meta, quando=poi)


def membro_il(istituto: Istituto, conto: Conto, quando: datetime) -> dict[str, Any]:
    """A member, acting then."""
    return {
        "autore": compi(chi_e(istituto, conto.cognome, conto.nome), quando), "adesso": quando,
    }  # fmt: skip


def _nomina(istituto: Istituto, ruolo: str, quando: datetime, atto: str) -> None:
    presiede, *altri = (chi_e(istituto, uno.cognome, uno.nome).pk for uno in MEMBRI)
    nomina_commissione(
        **dirige(istituto, quando), avviso_id=avviso_per(istituto, ruolo).pk,
        dati=DatiNomina(presiede, tuple(altri), atto=atto),
    )  # fmt: skip


def _dichiarano(istituto: Istituto, ruolo: str, chi: Sequence[Conto], quando: datetime) -> None:
    avviso = avviso_per(istituto, ruolo)
    for minuti, conto in enumerate(chi):
        dichiara(
            **membro_il(istituto, conto, quando + timedelta(minutes=2 * minuti)),
            avviso_id=avviso.pk, dati=DatiDichiarazione(senza_condanne=True),
        )  # fmt: skip


def _inviate(istituto: Istituto, ruolo: str) -> list[Invio]:
    """Of a call, in the order in which they came."""
    righe = Invio.objects.filter(istituto=istituto, candidatura__avviso=avviso_per(istituto, ruolo))
    return list(righe.select_related("candidatura__persona").order_by("inviato_il"))


def _decide(
    istituto: Istituto, ruolo: str, quando: datetime, decise: Mapping[tuple[str, str], Any]
) -> None:
    """Every title of every application, accepted where nothing else is said; then each closed."""
    autore = membro_il(istituto, PRESIEDE, quando)
    for invio in _inviate(istituto, ruolo):
        _titoli(autore, invio, decise)
        chiudi_domanda(**autore, invio_id=invio.pk, versione=versione_di(invio))


def _titoli(
    autore: dict[str, Any], invio: Invio, decise: Mapping[tuple[str, str], Any],
    lasciati: Sequence[str] = (),
) -> None:  # fmt: skip
    cognome = invio.candidatura.persona.cognome
    for titolo in invio.titoli.exclude(voce__in=lasciati).order_by("posto"):
        come = decise.get((cognome, titolo.voce), (EsitoTitolo.ACCETTATO, None, ""))
        decidi_titolo(**autore, titolo_id=titolo.pk, versione=0, dati=DatiDecisione(*come))


def _chiude(istituto: Istituto, ruolo: str, quando: datetime) -> None:
    avviso = avviso_per(istituto, ruolo)
    chiudi_lavori(
        **membro_il(istituto, PRESIEDE, quando), avviso_id=avviso.pk,
        versione=avviso.commissione.versione,
    )  # fmt: skip


def _a_meta(istituto: Istituto, quando: datetime) -> None:
    """Two looked through, a third begun, the last excluded; points given by who has declared."""
    presiede, giudica = (membro_il(istituto, uno, quando) for uno in (PRESIEDE, GIUDICA))
    prima, seconda, terza, _, ultima = _inviate(istituto, TEATRO.ruolo)
    decise = piano.DECISE[TEATRO.ruolo]
    _titoli(presiede, prima, decise)
    _titoli(giudica, seconda, decise)
    _titoli(presiede, terza, decise, piano.LASCIATI)
    for autore, invio, punti in (
        (presiede, prima, piano.PUNTI), (giudica, prima, piano.ALTRI_PUNTI),
        (presiede, seconda, piano.POCHI_PUNTI),
    ):  # fmt: skip
        for voce, quanti in punti.items():
            dai_punti(**autore, invio_id=invio.pk, voce=voce, valore={"punti": quanti})
    escludi_domanda(
        **presiede, invio_id=ultima.pk, versione=versione_di(ultima),
        dati=DatiEsclusione(piano.ESCLUSA_PERCHE, piano.ESCLUSA_FONTE),
    )  # fmt: skip
