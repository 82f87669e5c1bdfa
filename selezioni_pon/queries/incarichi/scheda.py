"""The sheet of an assignment: where it stands, what is missing, checks, longer ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo, Violazione
from selezioni_pon.enums import StatoIncarico
from selezioni_pon.models import Contratto, Proroga, VerificaIncarico
from selezioni_pon.queries.incarichi.atti import vicenda_di
from selezioni_pon.queries.incarichi.emissione import autorizzazione_a, contro_l_emissione
from selezioni_pon.rules.anagrafe import Compensi, Obbligo
from selezioni_pon.rules.cifre import in_cifre, in_euro
from selezioni_pon.rules.efficacia import compensi_dovuti, efficace_dal
from selezioni_pon.rules.svolgimento import Vicenda, stato_incarico


@dataclass(frozen=True)
class Fatta:
    """A check of the work that was made, in words."""

    verifica: VerificaIncarico
    svolte: str
    importo: str


@dataclass(frozen=True)
class Scheda:
    """``manca`` is against issuing it; ``fine`` the last day on which it holds."""

    stato: StatoIncarico
    vicenda: Vicenda
    manca: Sequence[Violazione]
    permesso: Motivo
    verifiche: Sequence[Fatta]
    proroghe: Sequence[Proroga]
    ore: str
    compenso: str
    pagato: str
    resta: str

    @property
    def da_emettere(self) -> bool:
        return self.stato is StatoIncarico.BOZZA

    @property
    def da_firmare(self) -> bool:
        return self.stato is StatoIncarico.DA_FIRMARE

    @property
    def da_pubblicare(self) -> bool:
        """Whether nothing of it was published yet: also of one that ended before."""
        return self.vicenda.firmato and self.vicenda.pubblicato_il is None

    @property
    def da_comunicare(self) -> Obbligo | None:
        """What speaks for telling the Funzione pubblica, until it is told; once it is signed."""
        detto = self.vicenda.comunicato_il is not None
        return None if detto or not self.vicenda.firmato else self.vicenda.obbligo

    @property
    def efficace_dal(self) -> date | None:
        """Since when a contract has effect."""
        return efficace_dal(self.vicenda)

    @property
    def compensi(self) -> Compensi | None:
        """What the employer is still to be told."""
        return compensi_dovuti(self.vicenda)

    @property
    def verificabile(self) -> bool:
        """Whether a check of the work may be written."""
        return self.stato in (
            StatoIncarico.DA_PUBBLICARE, StatoIncarico.DA_COMUNICARE, StatoIncarico.IN_CORSO,
            StatoIncarico.DA_VERIFICARE, StatoIncarico.DA_INTEGRARE,
        )  # fmt: skip

    @property
    def prorogabile(self) -> bool:
        """Whether a longer end may be given; the days are judged by the act."""
        return self.verificabile and not self.vicenda.chiuso


def scheda_di(contratto: Contratto, oggi: date, *, con_mancanze: bool) -> Scheda:
    """All of it, of a contract read by ``con_verifiche``. Six queries at most."""
    vicenda = vicenda_di(contratto)
    stato = stato_incarico(vicenda, oggi)
    da_emettere = con_mancanze and stato is StatoIncarico.BOZZA
    return Scheda(
        stato=stato,
        vicenda=vicenda,
        manca=contro_l_emissione(contratto, oggi) if da_emettere else (),
        permesso=autorizzazione_a(contratto, oggi)[1],
        verifiche=[
            Fatta(una, in_cifre(Fraction(una.svolte)), in_euro(una.importo))
            for una in contratto.verifiche.all()
        ],
        proroghe=list(contratto.proroghe.select_related("documento", "protocollo").order_by("pk")),
        ore=in_cifre(Fraction(contratto.ore)),
        compenso=in_euro(contratto.compenso),
        pagato=in_euro(vicenda.pagato),
        resta=in_euro(contratto.compenso - vicenda.pagato),
    )
