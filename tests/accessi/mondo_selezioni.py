"""The selections of each institute: grids, a project, a call in every state.

Nobody of the cast has an own one: who directs and the office prepare, the staff reads what was
published. An entry of the matrix says ``oggetto=di_selezioni(lambda s: s.pubblicato)``; for a place
inside a grid ``di_selezioni(lambda s: (s.bozza, 1))``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from selezioni_pon.enums import Fase
from tests.accessi.mondo_selezioni_albo import MondoAlbo, albo_di
from tests.accessi.mondo_selezioni_candidature import MondoCandidature, candidature_di
from tests.accessi.mondo_selezioni_commissione import chi_presiede
from tests.accessi.mondo_selezioni_funzioni import MondoFunzioni, funzioni_di
from tests.accessi.mondo_selezioni_graduatorie import MondoGraduatorie, graduatorie_di
from tests.accessi.mondo_selezioni_incarichi import MondoIncarichi, incarichi_di
from tests.accessi.mondo_selezioni_infanzia import MondoInfanzia, infanzia
from tests.accessi.mondo_selezioni_invio import MondoInvio, invio_di
from tests.accessi.mondo_selezioni_verifica import MondoVerifica, verifica_di
from tests.accessi.righe_patto import documento
from tests.factories import selezioni as fabbriche

# Groups of the cast, for the entries.
DIRIGENTE = frozenset({"dirigente"})
UFFICIO = frozenset({"dsga", "segretaria", "segretaria_personale", "segretaria_protocollo"})
PREPARANO = DIRIGENTE | UFFICIO
# Who works in the school; ``in_due`` is tutor here.
PERSONALE = frozenset(
    {
        "docente", "docente_di_b", "coordinatrice", "coordinatore_di_b", "tutor",
        "coordinatrice_sede", "collaboratore", "in_due",
    }
)  # fmt: skip
CON_PARTE = PREPARANO | PERSONALE
# Who applies from outside: reads the calls for outside and the own things, finds nothing else.
CANDIDATI = frozenset({"candidato"})


@dataclass(frozen=True)
class MondoSelezioni:
    """What an institute has."""

    griglia: models.Griglia  # being written
    chiusa: models.Griglia  # of the calls that were published
    progetto: models.Progetto
    bozza: models.Avviso
    pubblicato: models.Avviso  # applications may still be sent
    scaduto: models.Avviso  # its term is over, nothing was recorded
    concluso: models.Avviso  # it did not meet the need: the next may be prepared
    revocato: models.Avviso
    esterno: models.Avviso  # published for people of outside, still open
    albo: MondoAlbo
    infanzia: MondoInfanzia
    funzioni: MondoFunzioni
    incarichi: MondoIncarichi
    candidature: MondoCandidature
    invio: MondoInvio
    commissione: models.Commissione  # of another call whose term is over, at work
    commissario: models.Commissario  # who presides it
    graduatorie: MondoGraduatorie  # a proposal, and one published
    verifica: MondoVerifica  # the same members, with an application that declares a title


def selezioni(istituto: Istituto, cast: dict[str, Persona]) -> MondoSelezioni:
    """Those of an institute, which PostgreSQL has been told of."""
    di_qui = {"istituto": istituto}
    chi = cast["dirigente"]
    progetto = fabbriche.ProgettoFactory(**di_qui)
    griglia = fabbriche.GrigliaFactory(**di_qui, modificata_da=chi)
    chiusa = fabbriche.GrigliaFactory(**di_qui, modificata_da=chi, chiusa=True)

    def avviso(**stato: Any) -> models.Avviso:
        selezione = fabbriche.SelezioneFactory(**di_qui, progetto=progetto)
        return fabbriche.AvvisoFactory(**di_qui, selezione=selezione, responsabile=chi, **stato)

    def pubblicato(**stato: Any) -> models.Avviso:
        carta = documento(istituto, "avviso_selezione")
        return avviso(**{"griglia": chiusa} | stato, pubblicato_da=chi, documento=carta)

    concluso = pubblicato(concluso=True)
    fabbriche.ImpossibilitaFactory(**di_qui, avviso=concluso, registrata_da=chi)
    commissario = chi_presiede(istituto, cast, pubblicato(scaduto=True))
    return MondoSelezioni(
        griglia=griglia,
        chiusa=chiusa,
        progetto=progetto,
        bozza=avviso(griglia=griglia),
        pubblicato=pubblicato(pubblicato=True),
        scaduto=pubblicato(scaduto=True),
        concluso=concluso,
        revocato=pubblicato(revocato=True),
        esterno=pubblicato(pubblicato=True, fase=Fase.ESTERNI.value),
        albo=albo_di(istituto, cast),
        infanzia=infanzia(istituto, cast),
        funzioni=funzioni_di(istituto, cast),
        incarichi=incarichi_di(istituto, cast),
        candidature=candidature_di(istituto, cast, pubblicato(pubblicato=True)),
        invio=invio_di(istituto, cast, pubblicato(pubblicato=True), pubblicato(scaduto=True)),
        commissione=commissario.commissione,
        commissario=commissario,
        graduatorie=graduatorie_di(istituto, cast, pubblicato),
        verifica=verifica_di(istituto, cast, pubblicato),
    )


def di_selezioni(quale: Callable[[MondoSelezioni], object]) -> Callable[..., list[object]]:
    """The ids that an entry of the matrix asks for; more than one as a tuple."""

    def oggetto(scuola, classe) -> list[object]:
        trovato = quale(scuola.selezioni)
        righe = trovato if isinstance(trovato, tuple) else (trovato,)
        return [riga if isinstance(riga, int) else riga.pk for riga in righe]

    return oggetto
