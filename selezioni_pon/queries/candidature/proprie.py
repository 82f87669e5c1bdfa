"""The own applications, and whether somebody may begin one to a call."""

from typing import Final

from django.db.models import QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Fase, Provenienza, StatoAvviso
from selezioni_pon.models import AllegatoCandidatura, Avviso, Candidatura
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.visibili import Veste, vesti
from selezioni_pon.rules.domanda.chi import provenienze, verifica_chi
from selezioni_pon.rules.requisiti import verifica_provenienza
from selezioni_pon.rules.termine import Finestra, verifica_invio

CON: Final = (
    "istituto", "persona", "avviso__istituto", "avviso__griglia",
    "avviso__selezione__progetto__anno_scolastico", "avviso__protocollo",
)  # fmt: skip
DELLA_SCUOLA: Final = frozenset({Veste.PERSONALE, Veste.UFFICIO})


def proprie(contesto: Contesto) -> QuerySet[Candidatura]:
    """What somebody wrote in this school, sent or not: never what another one did."""
    return Candidatura.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona
    ).select_related(*CON)


def miei_allegati(contesto: Contesto) -> QuerySet[AllegatoCandidatura]:
    """The files of the own applications that are still in their drafts."""
    return AllegatoCandidatura.objects.filter(
        istituto=contesto.istituto, candidatura__persona=contesto.persona, tolto_il__isnull=True
    ).select_related("candidatura__avviso")


def mia_per(contesto: Contesto, avviso: Avviso) -> Candidatura | None:
    """The own application to a call; None where there is none. One query."""
    return proprie(contesto).filter(avviso=avviso).first()


def in_servizio(contesto: Contesto) -> bool:
    """Whether somebody works in the school today. No query."""
    return not vesti(contesto).isdisjoint(DELLA_SCUOLA)


def da_dove(contesto: Contesto, avviso: Avviso) -> list[Provenienza]:
    """From where somebody may apply to a published call. No query."""
    fase, regole = Fase(avviso.fase), regole_di(avviso).avviso
    possibili = provenienze(in_servizio=in_servizio(contesto))
    return [una for una in possibili if not any(verifica_provenienza(una, fase, regole))]


def contro_chi(contesto: Contesto, avviso: Avviso) -> list[Violazione]:
    """What is against this person’s applying to a published call. No query."""
    return verifica_chi(
        Fase(avviso.fase),
        regole_di(avviso).avviso,
        dirige=Veste.DIRIGENTE in vesti(contesto),
        in_servizio=in_servizio(contesto),
    )


def contro_la_scrittura(contesto: Contesto, avviso: Avviso) -> list[Violazione]:
    """What is against writing an application now: not published, term over, another’s call."""
    if avviso.stato == StatoAvviso.REVOCATO:
        testo = f"L’avviso è stato revocato: {avviso.motivo_revoca}"
        return [Violazione("avviso_revocato", testo, "")]
    if avviso.stato == StatoAvviso.BOZZA or avviso.pubblicato_il is None or avviso.scade is None:
        return [Violazione("avviso_in_bozza", "L’avviso non è ancora pubblicato.", "")]
    fuori = verifica_invio(contesto.adesso, Finestra(avviso.pubblicato_il, avviso.scade))
    return fuori or contro_chi(contesto, avviso)
