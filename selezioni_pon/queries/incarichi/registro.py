"""The register of the posts given, as the office reads it and as everybody does.

Source: D.Lgs. 33/2013, art. 15 cc. 1 and 4 (who works from outside: act, object, duration, pay,
curriculum; until three years after the end) and art. 18 (of the staff: duration and pay).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.norme.rules.computo import mesi_dopo
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import StatoIncarico, TipoAllegato, TipoContratto
from selezioni_pon.models import AllegatoCandidatura, AllegatoInviato, Contratto
from selezioni_pon.queries.incarichi.atti import con_verifiche, vicenda_di
from selezioni_pon.queries.incarichi.visibili import contratti
from selezioni_pon.rules.anagrafe import detta_attestazione, detti_altri
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.svolgimento import stato_incarico

ANNI_DOPO: Final = 3
MESI: Final = 12
S = StatoIncarico


@dataclass(frozen=True)
class Riga:
    """An assignment in the register, in words."""

    contratto: Contratto
    stato: StatoIncarico
    pagato: int

    @property
    def chi(self) -> str:
        """Surname and name."""
        return str(self.contratto.proposta.candidatura.persona)

    @property
    def ruolo(self) -> str:
        ruolo: str = self.contratto.proposta.candidatura.avviso.selezione.ruolo
        return ruolo

    @property
    def progetto(self) -> str:
        titolo: str = self.contratto.proposta.candidatura.avviso.selezione.progetto.titolo
        return titolo

    @property
    def ore(self) -> str:
        return in_cifre(Fraction(self.contratto.ore))

    @property
    def compenso(self) -> str:
        return in_euro(self.contratto.compenso)

    @property
    def liquidato(self) -> str:
        return in_euro(self.pagato)

    @property
    def durata(self) -> str:
        """``16 settembre 2024 – 20 dicembre 2024``: it is read for years."""
        return f"{data_estesa(self.contratto.dal)} – {data_estesa(self.fine)}"

    @property
    def atto(self) -> str:
        """``prot. n. 12 del 5 giugno 2024``; nothing before it is issued."""
        protocollo = self.contratto.protocollo
        if protocollo is None:
            return ""
        giorno = data_estesa(timezone.localdate(protocollo.registrato_il))
        return f"prot. n. {protocollo.numero} del {giorno}"

    @property
    def altri_incarichi(self) -> str:
        """What who works from outside declared; nothing of the staff."""
        if self.contratto.tipo != TipoContratto.CONTRATTO:
            return ""
        return detti_altri(self.contratto.proposta.altri_incarichi)

    @property
    def conflitti(self) -> str:
        """That none was found, and when; nothing of the staff."""
        return detta_attestazione(self.contratto.attestato_il)

    @property
    def fine(self) -> date:
        """The last day on which it holds, or held."""
        return vicenda_di(self.contratto).fine


def registro(contesto: Contesto) -> list[Riga]:
    """All that somebody reads, the latest first. Two queries."""
    return list(_righe(con_verifiche(contratti(contesto)).order_by("-dal", "-pk"), contesto.oggi))


def di_una_selezione(contesto: Contesto, avviso_id: int) -> list[Riga]:
    """Those of one call. Two queries."""
    suoi = contratti(contesto).filter(proposta__candidatura__avviso_id=avviso_id)
    return list(_righe(con_verifiche(suoi).order_by("pk"), contesto.oggi))


def pubblicati(istituto_id: int, oggi: date) -> list[Riga]:
    """Those that everybody reads: published, until three years after their end. Two queries."""
    righe = con_verifiche(_pubblici(istituto_id)).order_by("-dal", "-pk")
    return [riga for riga in _righe(righe, oggi) if in_elenco(riga.fine, oggi)]


def in_elenco(fine: date, oggi: date) -> bool:
    """Whether the three years after its end are not over."""
    return oggi <= mesi_dopo(fine, ANNI_DOPO * MESI)


def pubblicato(istituto_id: int, pk: int, oggi: date) -> Contratto | None:
    """One of them. Two queries."""
    trovato = con_verifiche(_pubblici(istituto_id)).filter(pk=pk).first()
    if trovato is None or not in_elenco(vicenda_di(trovato).fine, oggi):
        return None
    return trovato


def curriculum_di(contratto: Contratto) -> AllegatoCandidatura | None:
    """The curriculum without personal data that went with the application. One query."""
    inviato = (
        AllegatoInviato.objects.filter(
            istituto_id=contratto.istituto_id,
            invio__candidatura_id=contratto.proposta.candidatura_id,
            invio__sostituito_il__isnull=True,
            allegato__tipo=TipoAllegato.CURRICULUM_OSCURATO.value,
        )
        .select_related("allegato")
        .order_by("-pk")
        .first()
    )
    return inviato.allegato if inviato else None


def con_curriculum(righe: Sequence[Riga]) -> set[int]:
    """Of which contracts of these the curriculum is there. One query."""
    candidature = {
        riga.contratto.proposta.candidatura_id: riga.contratto.pk
        for riga in righe
        if riga.contratto.tipo == TipoContratto.CONTRATTO
    }
    trovate = AllegatoInviato.objects.filter(
        Q(invio__candidatura_id__in=candidature),
        invio__sostituito_il__isnull=True,
        allegato__tipo=TipoAllegato.CURRICULUM_OSCURATO.value,
    ).values_list("invio__candidatura_id", flat=True)
    return {candidature[una] for una in trovate}


def _pubblici(istituto_id: int) -> QuerySet[Contratto]:
    return Contratto.objects.filter(
        istituto_id=istituto_id,
        pubblicazione__isnull=False,
        pubblicazione__annullata_il__isnull=True,
    )


def _righe(trovati: QuerySet[Contratto], oggi: date) -> Iterator[Riga]:
    for contratto in trovati:
        vicenda = vicenda_di(contratto)
        yield Riga(contratto, stato_incarico(vicenda, oggi), vicenda.pagato)
