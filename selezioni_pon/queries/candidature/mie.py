"""The own applications as their page lists them: where each stands, what is to be done of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch

from cpia.norme.enums import Voce
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Candidatura, Contratto, Invio, Proposta, RigaGraduatoria
from selezioni_pon.models.graduatorie import PUBBLICATE
from selezioni_pon.queries.candidature.proprie import proprie
from selezioni_pon.queries.elenco import aperto


class Stato(Voce):
    """Where an application stands for whoever wrote it."""

    BOZZA = "bozza", "bozza, da inviare"
    INVIATA = "inviata", "inviata"
    CAMBIATA = "cambiata", "inviata, e poi cambiata"
    RITIRATA = "ritirata", "ritirata"
    NON_INVIATA = "non_inviata", "mai inviata"
    REVOCATA = "revocata", "avviso revocato"


@dataclass(frozen=True)
class Mia:
    """An application with what was sent last of it; ``aperta``: it may be written and sent.

    ``graduata``: it is in a published ranking. ``proposta`` is the last post that was offered for
    it, ``incarico`` its letter or contract once issued.
    """

    candidatura: Candidatura
    invio: Invio | None
    stato: Stato
    aperta: bool
    graduata: bool = False
    proposta: Proposta | None = None

    @property
    def incarico(self) -> Contratto | None:
        """What was signed, or is to be."""
        contratto = getattr(self.proposta, "contratto", None)
        return contratto if contratto and contratto.documento_id else None


def mie(contesto: Contesto) -> Sequence[Mia]:
    """The own applications, those still open first, by their term. Three queries."""
    invii = Invio.objects.select_related("protocollo").order_by("-numero")
    proposte = Proposta.objects.select_related("contratto").order_by("-proposta_il", "-pk")
    in_lista = RigaGraduatoria.objects.filter(
        invio__candidatura=OuterRef("pk"), graduatoria__stato__in=PUBBLICATE
    )
    righe = (
        proprie(contesto)
        .annotate(graduata=Exists(in_lista))
        .prefetch_related(
            Prefetch("invii", queryset=invii), Prefetch("proposte", queryset=proposte)
        )
    )
    trovate = [_mia(contesto, riga) for riga in righe]
    aperte = sorted(
        (una for una in trovate if una.aperta),
        key=lambda una: una.candidatura.avviso.scade or contesto.adesso,
    )
    chiuse = sorted(
        (una for una in trovate if not una.aperta),
        key=lambda una: una.candidatura.avviso.scade or contesto.adesso,
        reverse=True,
    )
    return [*aperte, *chiuse]


def _mia(contesto: Contesto, candidatura: Candidatura) -> Mia:
    invio = next(iter(candidatura.invii.all()), None)
    aperta = aperto(candidatura.avviso, contesto.adesso)
    return Mia(
        candidatura, invio, _stato(candidatura, invio, aperta=aperta), aperta,
        graduata=getattr(candidatura, "graduata", False),
        proposta=next(iter(candidatura.proposte.all()), None),
    )  # fmt: skip


def _stato(candidatura: Candidatura, invio: Invio | None, *, aperta: bool) -> Stato:
    if candidatura.avviso.stato == StatoAvviso.REVOCATO:
        return Stato.REVOCATA
    if invio is None:
        return Stato.BOZZA if aperta else Stato.NON_INVIATA
    if invio.ritirato_il is not None:
        return Stato.RITIRATA
    if aperta and candidatura.modificata_il > invio.inviato_il:
        return Stato.CAMBIATA
    return Stato.INVIATA
