"""The ranking of a call as the decisions of the commission give it at this moment."""

from dataclasses import dataclass

from django.utils import timezone

from selezioni_pon.enums import Provenienza
from selezioni_pon.models import Avviso, Sorteggio
from selezioni_pon.queries.commissione.punteggi import Punteggi, Valutata, punteggi
from selezioni_pon.queries.commissione.requisiti import requisiti_di
from selezioni_pon.queries.graduatorie.nomi import nomi_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.esperienza import esperienza
from selezioni_pon.rules.fasi import precedenza
from selezioni_pon.rules.graduatoria import Escluso, Graduatoria, RegoleGraduatoria, forma
from selezioni_pon.rules.in_gara import InGara
from selezioni_pon.rules.regole import RegoleSelezioni
from selezioni_pon.rules.spareggio import Estratti


@dataclass(frozen=True)
class Formata:
    """The ranking with what it comes from; ``aperte`` are the applications not closed yet.

    Who is in it is called by the id of the application.
    """

    graduatoria: Graduatoria
    regole: RegoleGraduatoria
    punteggi: Punteggi
    aperte: int

    def valutata(self, chi: str) -> Valutata:
        """The application of one. Raises StopIteration for who did not apply."""
        return next(una for una in self.punteggi.tutte if chi_e(una) == chi)


def formata(avviso: Avviso) -> Formata:
    """Rank what is closed. Five queries, however many applied.

    ``avviso`` with its grid. Raises ValueError for a call without one.
    """
    regole, letti = regole_di(avviso), punteggi(avviso)
    della = regole_graduatoria(regole)
    nomi = nomi_di(una.invio for una in letti.chiuse)
    candidati = [
        _in_gara(una, avviso, regole, nomi[chi_e(una)]) for una in letti.chiuse if una.ammessa
    ]
    esclusi = [_escluso(una, nomi[chi_e(una)]) for una in letti.chiuse if not una.ammessa]
    fatta = forma(candidati, della, esclusi, sorteggi_di(avviso))
    return Formata(fatta, della, letti, letti.aperte)


def regole_graduatoria(regole: RegoleSelezioni) -> RegoleGraduatoria:
    """What of the rules of a call makes a ranking; no source asks for a least number of points."""
    return RegoleGraduatoria(
        regole.parita, unico_valutato=regole.unico_valutato, pubblicazione=regole.pubblicazione
    )


def sorteggi_di(avviso: Avviso) -> Estratti:
    """The draws on record, the latest last: minutes to those drawn, in order. One query."""
    righe = Sorteggio.objects.filter(avviso=avviso).order_by("fatto_il", "pk")
    return {uno.verbale: [str(chi) for chi in uno.usciti] for uno in righe}


def chi_e(una: Valutata) -> str:
    """How an application is called in a ranking."""
    return str(una.invio.candidatura_id)


def _in_gara(una: Valutata, avviso: Avviso, regole: RegoleSelezioni, nome: str) -> InGara:
    # As it was sent: what the draft says since then was signed by nobody.
    invio, candidatura = una.invio, una.invio.candidatura
    return InGara(
        id=chi_e(una),
        punti=una.ammesso.totale,
        nome=nome,
        offerta=_offerta(una, avviso),
        anzianita=_servizio(una),
        esperienza=esperienza(una.ammesso),
        data_nascita=candidatura.persona.data_nascita,
        data_domanda=timezone.localdate(invio.inviato_il),
        precedenza=precedenza(requisiti_di(invio).provenienza, regole.avviso),
    )


def _offerta(una: Valutata, avviso: Avviso) -> int | None:
    """In cents; None where the pay is fixed, and there is nothing to offer."""
    fisso = avviso.compenso_minimo == avviso.compenso_massimo
    chiesta = una.invio.offerta
    return None if fisso or chiesta is None else int(chiesta * 100)


def _servizio(una: Valutata) -> int | None:
    """Days in the institute; who comes from elsewhere and declares none has none."""
    giorni: int | None = una.invio.giorni_servizio
    interno = requisiti_di(una.invio).provenienza is Provenienza.INTERNO
    return 0 if giorni is None and not interno else giorni


def _escluso(una: Valutata, nome: str) -> Escluso:
    if una.esame is None:
        raise ValueError("chi è escluso ha un esame che lo dice")
    return Escluso(chi_e(una), nome, una.esame.motivo, una.esame.fonte)
