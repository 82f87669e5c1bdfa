"""The parts of the paper of a ranking: the call, on what it stands, what one may do about it."""

from typing import Final

from django.utils import timezone

from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.scuola.models import Istituto
from cpia.scuola.parole import plurale
from selezioni_pon.documents.articoli import Dato, Punto, dati
from selezioni_pon.documents.parole import citata
from selezioni_pon.models import Avviso, Commissione, Graduatoria
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.scheda import reclamo_di
from selezioni_pon.rules.fonti import RECLAMO, regolamento

# Against who is hired the ordinary judge is asked too: no paper chooses between the two.
RICORSO: Final = (
    "Contro la graduatoria definitiva si può ricorrere al giudice, nei termini di legge (al "
    "tribunale amministrativo regionale entro 60 giorni, o al Presidente della Repubblica entro "
    "120), salva la competenza del giudice ordinario."
)
RIMEDI: Final = "L. 241/1990, art. 3 c. 4; D.Lgs. 104/2010, art. 29; D.P.R. 1199/1971, art. 9"
ACCESSO: Final = "L. 241/1990, artt. 22-25"


def dati_di(avviso: Avviso) -> tuple[Dato, ...]:
    """What was looked for, and for which project."""
    selezione, progetto = avviso.selezione, avviso.selezione.progetto
    return dati(
        ("Avviso", _protocollo(avviso)),
        ("Progetto", progetto.titolo),
        ("Codice del progetto", progetto.codice),
        ("CUP", progetto.cup),
        ("Si cerca", selezione.ruolo),
        ("Posti", str(avviso.posti)),
    )


def _protocollo(avviso: Avviso) -> str:
    protocollo = avviso.protocollo
    if protocollo is None:
        return f"del {data_estesa(timezone.localdate(avviso.pubblicato_il))}"
    return etichetta_protocollo(protocollo.numero, timezone.localdate(protocollo.registrato_il))


def premesse(avviso: Avviso, istituto: Istituto) -> tuple[Punto, ...]:
    """On what the approval stands: the call, the commission, its report. One query."""
    commissione = Commissione.objects.filter(avviso=avviso).first()
    nominata = commissione and data_estesa(timezone.localdate(commissione.nominata_il))
    return (
        Punto(f"Visto l’avviso di selezione, {_protocollo(avviso)}"),
        Punto(f"Vista la nomina della commissione, del {nominata}"),
        Punto(
            "Vista la relazione della commissione, con la proposta di graduatoria",
            citata(regolamento("art. 4 c. 8"), istituto),
        ),
    )


def rimedi(graduatoria: Graduatoria, istituto: Istituto) -> tuple[Punto, ...]:
    """What one may do: complain of a provisional one, go to a judge against the final one."""
    avviso = graduatoria.avviso
    accesso = Punto("Chi vi ha interesse può chiedere di vedere gli atti.", ACCESSO)
    if graduatoria.definitiva:
        return (Punto(RICORSO, RIMEDI), accesso)
    giorni, decisione = reclamo_di(avviso), regole_di(avviso).reclamo.decisione
    return (
        Punto(
            "Chi vi ha interesse può proporre reclamo al dirigente entro "
            f"{plurale(giorni.valore, 'giorno', 'giorni')} dalla pubblicazione all’albo.",
            citata(giorni.fonte, istituto) or RECLAMO,
        ),
        Punto(
            "Al reclamo si risponde entro "
            f"{plurale(decisione.valore, 'giorno', 'giorni')}; poi la graduatoria è definitiva.",
            citata(decisione.fonte, istituto),
        ),
        accesso,
    )
