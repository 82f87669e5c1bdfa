"""Who has signed a version, who is missing and why, and who may sign now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona, Responsabilita
from organi_collegiali.queries.cariche import puo_presiedere
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, FirmaPatto, Versione
from patto_formativo.queries.patti.sezioni import presiedono
from patto_formativo.queries.ratifiche import aspetta_ratifica
from patto_formativo.queries.visibili import affidati
from patto_formativo.rules import firme as regole
from patto_formativo.rules.firme import FirmaRichiesta, Parte, firme_mancanti, firme_richieste


@dataclass(frozen=True, slots=True)
class Firme:
    """The signatures of a version: those given, those that are missing, why each is asked for.

    ``aspetta`` is what another school has to answer before anybody signs, None when nothing.
    """

    date: Sequence[FirmaPatto]
    mancano: Sequence[FirmaRichiesta]
    richieste: Sequence[FirmaRichiesta]
    aspetta: Motivo | None = None

    @property
    def tutte(self) -> bool:
        """Whether nobody is missing."""
        return not self.mancano


def firme_di(versione: Versione, oggi: date) -> Firme:
    """The signatures of a version on a day.

    One query, and one more for an agreement of two schools; none if ``firme`` and
    ``condivisioni`` are prefetched.
    """
    date_ = sorted(versione.firme.all(), key=lambda firma: firma.firmata_il)
    nascita = versione.patto.corsista.persona.data_nascita
    if nascita is None:
        return Firme(date_, (), ())
    parole = parole_di(versione)
    return Firme(
        date_,
        firme_mancanti(map(come_regola, date_), parole, nascita, oggi),
        firme_richieste(nascita, oggi),
        parole.aspetta,
    )


def parole_di(versione: Versione) -> regole.Versione:
    """A version as the rules of the signatures take it: approved, ratified, its exact words."""
    approvata = versione.stato == StatoPatto.APPROVATO
    return regole.Versione(
        versione.numero, versione.impronta, approvata=approvata, aspetta=aspetta_ratifica(versione)
    )


def come_regola(firma: FirmaPatto) -> regole.Firma:
    """A signature as the rules take it."""
    return regole.Firma(
        firma.persona_id, Parte(firma.parte), timezone.localdate(firma.firmata_il), firma.impronta
    )


def parti_di(contesto: Contesto, versione: Versione) -> frozenset[Parte]:
    """For whom somebody may sign a version today. Two queries at most."""
    corsista = versione.patto.corsista
    parti = set()
    if corsista.persona_id == contesto.persona.pk:
        parti.add(Parte.ADULTO)
    if corsista.persona_id in affidati(contesto):
        parti.add(Parte.RESPONSABILE)
    if _della_scuola(contesto, versione):
        parti.add(Parte.SCUOLA)
    return frozenset(parti)


def _della_scuola(contesto: Contesto, versione: Versione) -> bool:
    """Who is the tutor today, or presides over the section that approved it."""
    if contesto.ha(Ruolo.TUTOR) and versione.patto.corsista.tutor_id == contesto.persona.pk:
        return True
    return versione.sezione is not None and puo_presiedere(contesto, versione.sezione)


def responsabili_di(corsista: Corsista, oggi: date) -> list[Persona]:
    """Who answers for a minor on a day and is not limited by a court. One query."""
    righe = Responsabilita.objects.filter(
        istituto_id=corsista.istituto_id, studente=corsista.persona_id, dal__lte=oggi, limite=""
    ).select_related("adulto")
    return [riga.adulto for riga in righe if riga.al is None or riga.al >= oggi]


def possono_firmare(versione: Versione, parte: Parte, giorno: date) -> list[Persona]:
    """Who may have signed for a part on a day, once each. Three queries at most."""
    corsista = versione.patto.corsista
    if parte == Parte.ADULTO:
        return [corsista.persona]
    if parte == Parte.RESPONSABILE:
        return responsabili_di(corsista, giorno)
    del_tutor = [corsista.tutor] if corsista.tutor else []
    presidenti = presiedono(versione.sezione, giorno) if versione.sezione else []
    return list(dict.fromkeys([*del_tutor, *presidenti]))


def da_registrare(versione: Versione, oggi: date) -> list[Parte]:
    """The parts of which the office may record a signature on paper.

    Who came of age meanwhile may have been signed for before: then who answered signed the paper.
    """
    nascita = versione.patto.corsista.persona.data_nascita
    parti = [richiesta.parte for richiesta in firme_di(versione, oggi).mancano]
    if Parte.ADULTO in parti and nascita is not None and versione.approvata_il is not None:
        approvata = timezone.localdate(versione.approvata_il)
        prima = (richiesta.parte for richiesta in firme_richieste(nascita, approvata))
        parti = list(dict.fromkeys([*parti, *prima]))
        if Parte.SCUOLA in parti and versione.firme.filter(parte=Parte.SCUOLA.value).exists():
            parti.remove(Parte.SCUOLA)
    return parti


def in_parole(richieste: Iterable[FirmaRichiesta]) -> list[str]:
    """``chi studia``, ``il tutor o il presidente della Commissione``."""
    return [richiesta.parte.etichetta for richiesta in richieste]
