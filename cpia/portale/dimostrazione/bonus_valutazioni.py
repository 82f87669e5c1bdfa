"""The assessments of the demo: whoever asked is judged in June, but for two who still wait."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import cycle

from bonus_merito.enums import Area
from bonus_merito.models import Attivita, Procedura, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.quadro import riga_di
from bonus_merito.rules.percentuale import fascia, percentuale
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.valutazioni import (
    DatiValutazione,
    completa_valutazione,
    giudica_attivita,
)
from cpia.portale.dimostrazione.bonus_valutazioni_piano import (
    GIUDICATI,
    GIUDIZI,
    MOTIVAZIONI,
    NON_CONFERMA,
    NON_CONFERMATA,
    Giudicato,
)
from cpia.portale.dimostrazione.organi_delibere import autore_il
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import istante
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto

PRIMO_GIORNO = date(2024, 6, 3)
ULTIMA = istante(date(2024, 6, 5), 9, 31)
TAPPA = timedelta(minutes=15)
A_POMERIGGIO = 11
CINQUE_CENTESIMI = Decimal("0.05")


def popola(istituto: Istituto) -> None:
    """One after the other in alphabetical order; the last at half past nine of today."""
    procedura = Procedura.objects.get(istituto=istituto, fondo__anno_scolastico__inizio=2023)
    dirigente = autore_il(istituto, PRIMO_GIORNO).persona
    richieste = [
        richiesta for richiesta in _richieste(procedura) if richiesta.persona.cognome in GIUDICATI
    ]
    for quanti, richiesta in enumerate(richieste, start=1):
        autore = compi(dirigente, _quando(quanti, len(richieste)))
        dato = GIUDICATI[richiesta.persona.cognome]
        _giudica(autore, richiesta, dato)
        _completa(autore, richiesta, dato)


def _quando(numero: int, totale: int) -> datetime:
    """Two afternoons, and the last of all this morning."""
    if numero == totale:
        return ULTIMA
    giorno, posto = divmod(numero - 1, A_POMERIGGIO)
    return istante(PRIMO_GIORNO + timedelta(days=giorno), 14, 30) + TAPPA * posto


def _richieste(procedura: Procedura) -> list[Richiesta]:
    righe = Richiesta.objects.filter(procedura=procedura, stato__in=CONCORRONO)
    return list(righe.select_related("persona", "procedura__fondo__anno_scolastico"))


def _giudica(autore: Contesto, richiesta: Richiesta, dato: Giudicato) -> None:
    """Each activity, with its share of the points of the area."""
    attivita = list(Attivita.objects.filter(richiesta=richiesta).select_related("criterio__area"))
    pesi = riga_di(richiesta)[1].pesi
    for area, punti in zip(Area, dato.punti, strict=True):
        sue = [una for una in attivita if una.criterio.area.area == area.value]
        if area is Area.A and richiesta.persona.cognome == NON_CONFERMA:
            _scrivi(autore, sue.pop(), Giudizio(confermata=False, motivo=NON_CONFERMATA))
        livello = _livello(punti / pesi[area].valore)
        quote = _quote(punti, len(sue))
        for una, quanti, parole in zip(sue, quote, cycle(GIUDIZI[livello]), strict=False):
            giudizio = Giudizio(
                confermata=True, livello=livello, punti=Fraction(quanti), motivo=parole
            )
            _scrivi(autore, una, giudizio)


def _quote(punti: Decimal, fra: int) -> list[Decimal]:
    """Equal parts, in twentieths of a point; what is left goes to the last."""
    if not fra:
        return []
    parte = (punti / fra) // CINQUE_CENTESIMI * CINQUE_CENTESIMI
    return [parte] * (fra - 1) + [punti - parte * (fra - 1)]


def _livello(parte: Decimal) -> int:
    """The level of Tabella A that goes with a part of the weight: 1 is the highest."""
    if parte >= Decimal("0.85"):
        return 1
    return 2 if parte >= Decimal("0.65") else 3


def _scrivi(autore: Contesto, attivita: Attivita, giudizio: Giudizio) -> None:
    giudica_attivita(
        autore=autore, adesso=autore.adesso, attivita_id=attivita.pk, giudizio=giudizio
    )


def _completa(autore: Contesto, richiesta: Richiesta, dato: Giudicato) -> None:
    riga, regole = riga_di(richiesta)
    quota = percentuale(riga.docente.punteggio, regole.pesi) + Fraction(dato.aggiuntiva)
    completa_valutazione(
        autore=autore, adesso=autore.adesso, richiesta_id=richiesta.pk,
        dati=DatiValutazione(
            aggiuntiva=dato.aggiuntiva, motivo_aggiuntiva=dato.perche,
            motivazione=MOTIVAZIONI[fascia(quota, regole.fasce) or 0],
        ),
    )  # fmt: skip
