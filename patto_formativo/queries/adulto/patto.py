"""The agreement of a person as who learns sees it: where it is, by when, who signs."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoCorsista, StatoPatto
from patto_formativo.models import Corsista, RichiestaModifica, Versione
from patto_formativo.models.patti import APERTE, IN_VIGORE
from patto_formativo.queries.adulto.fatti import fatti_della
from patto_formativo.queries.patti import versioni
from patto_formativo.queries.patti.firme import Firme, firme_di
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.queries.visibili import Veste
from patto_formativo.rules.doveri import firma_entro
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.firme import Parte
from patto_formativo.rules.momento import Momento, Situazione, momento

PERSONA = (Parte.ADULTO, Parte.RESPONSABILE)
DI_VESTE = {Veste.CORSISTA: Parte.ADULTO, Veste.RESPONSABILE: Parte.RESPONSABILE}
RICHIESTE_MOSTRATE = 3


@dataclass(frozen=True, slots=True)
class MioPatto:
    """The path of one person on a day.

    ``mostrata`` is the version on the screen; ``parte`` for whom the person who looks may sign it
    now, None when it is not for them or not yet; ``entro`` the day by which.
    """

    corsista: Corsista
    momento: Momento
    mostrata: Versione | None
    vigente: Versione | None
    aperta: Versione | None
    firme: Firme | None
    parte: Parte | None
    entro: date | None
    fatti: Fatti | None
    regole: RegolePatto
    minorenne: bool

    @property
    def per_altri(self) -> bool:
        """Whether who looks answers for the person and is not the person."""
        return Veste.CORSISTA not in self.corsista.vesti

    @property
    def modificabile(self) -> bool:
        """Whether a change may be asked: there is an agreement and it is not over."""
        in_mano = (*APERTE, *IN_VIGORE, StatoPatto.APPROVATO.value)
        return self.mostrata is not None and self.mostrata.stato in in_mano


def mio_patto(contesto: Contesto, corsista: Corsista) -> MioPatto:
    """The agreement of a person who was loaded with ``vesti``. A fixed number of queries."""
    oggi = contesto.oggi
    righe = list(versioni(corsista))
    vigente = next((r for r in righe if r.stato in IN_VIGORE), None)
    aperta = next((r for r in righe if r.stato in (*APERTE, StatoPatto.APPROVATO)), None)
    mostrata = _mostrata(righe, vigente, aperta)
    in_uso = regole(corsista.istituto_id, oggi)
    firme = firme_di(mostrata, oggi) if mostrata else None
    return MioPatto(
        corsista=corsista,
        momento=momento(_situazione(corsista, vigente, aperta, firme)),
        mostrata=mostrata,
        vigente=vigente,
        aperta=aperta,
        firme=firme,
        parte=_parte(corsista, mostrata, firme, oggi),
        entro=_entro(mostrata, firme, in_uso),
        fatti=fatti_della(mostrata, in_uso, oggi) if mostrata else None,
        regole=in_uso,
        minorenne=minorenne(corsista.nascita, oggi),
    )


def _entro(mostrata: Versione | None, firme: Firme | None, in_uso: RegolePatto) -> date | None:
    """The day by which one signs; None while there is nothing to sign."""
    if mostrata is None or firme is None or firme.aspetta is not None:
        return None
    return da_firmare_entro(mostrata, in_uso)


def da_firmare_entro(versione: Versione, in_uso: RegolePatto) -> date | None:
    """The day by which an approved version is to be signed; None for any other."""
    if versione.stato != StatoPatto.APPROVATO or versione.approvata_il is None:
        return None
    approvata = timezone.localdate(versione.approvata_il)
    return firma_entro(approvata, in_uso.patto_entro.valore, in_uso.firma_entro.valore)


def _mostrata(
    righe: list[Versione], vigente: Versione | None, aperta: Versione | None
) -> Versione | None:
    """What is to be signed, else what holds, else the draft, else the last that was approved."""
    if aperta is not None and aperta.stato == StatoPatto.APPROVATO:
        return aperta
    approvate = (riga for riga in righe if riga.approvata_il is not None)
    return vigente or aperta or next(approvate, None)


def _situazione(
    corsista: Corsista, vigente: Versione | None, aperta: Versione | None, firme: Firme | None
) -> Situazione:
    return Situazione(
        stato=StatoCorsista(corsista.stato),
        con_tutor=corsista.tutor_id is not None,
        aperta=StatoPatto(aperta.stato) if aperta else None,
        vigente=StatoPatto(vigente.stato) if vigente else None,
        firmato=_firmato(firme),
        da_ratificare=firme is not None and firme.aspetta is not None,
    )


def _firmato(firme: Firme | None) -> bool:
    """Whether nobody but the school is missing."""
    if firme is None or not firme.richieste:
        return False
    return all(richiesta.parte not in PERSONA for richiesta in firme.mancano)


def _parte(
    corsista: Corsista, versione: Versione | None, firme: Firme | None, oggi: date
) -> Parte | None:
    if versione is None or firme is None or versione.stato != StatoPatto.APPROVATO:
        return None
    if firme.aspetta is not None:
        return None
    mie = {parte for veste, parte in DI_VESTE.items() if veste in corsista.vesti}
    chiesta = next((r.parte for r in firme.mancano if r.parte in mie), None)
    if chiesta is not None or Parte.ADULTO not in mie or not minorenne(corsista.nascita, oggi):
        return chiesta
    # A minor may sign too; who answers for them signs all the same.
    gia = any(firma.parte == Parte.ADULTO for firma in firme.date)
    return None if gia or not firme.richieste else Parte.ADULTO


def richieste_mie(contesto: Contesto, corsista: Corsista) -> list[RichiestaModifica]:
    """What the person who looks asked of this agreement, the newest first. One query."""
    righe = RichiestaModifica.objects.filter(
        istituto=contesto.istituto, versione__patto__corsista=corsista, chiede=contesto.persona
    )
    return list(righe.order_by("-chiesta_il", "-pk")[:RICHIESTE_MOSTRATE])


def giorno_della_firma(firme: Firme | None) -> date | None:
    """When the person, or who answers for a minor, signed."""
    if firme is None:
        return None
    date_ = [f.firmata_il for f in firme.date if f.parte in PERSONA]
    return timezone.localdate(date_[-1]) if date_ else None
