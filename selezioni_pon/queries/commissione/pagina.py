"""The page of a commission: who sits and may judge, who has left, where the work stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from cpia.atti.models import Documento, Protocollo, Pubblicazione
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.commissione.lavori import lavori, membri
from selezioni_pon.queries.commissione.membri import candidature_inviate
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.visibili import prepara, siede_in
from selezioni_pon.rules.commissione import da_sostituire
from selezioni_pon.rules.lavori import Lavori, contro_la_chiusura


@dataclass(frozen=True)
class RigaMembro:
    """A member, and why he or she must be replaced, if so."""

    membro: Commissario
    contro: Sequence[Violazione] = ()

    @property
    def puo_valutare(self) -> bool:
        """Whether the applications are open to this member."""
        return self.membro.dichiarato_il is not None and not self.contro


@dataclass(frozen=True)
class Carta:
    """An act on the commission: what it is, its paper, its place on the albo if it has one."""

    detta: str
    documento: Documento
    protocollo: Protocollo | None
    pubblicazione: Pubblicazione | None


@dataclass(frozen=True)
class Quadro:
    """Who sits, who substitutes, who has left; ``contro`` is against closing the work today."""

    siedono: Sequence[RigaMembro]
    supplenti: Sequence[Commissario]
    usciti: Sequence[Commissario]
    carte: Sequence[Carta]
    lavori: Lavori
    contro: Sequence[Violazione]

    @property
    def da_stampare(self) -> Sequence[Documento]:
        """The papers of which the print is missing."""
        return [carta.documento for carta in self.carte if not carta.documento.impronta]

    @property
    def domande(self) -> int:
        """How many applications there are."""
        return len(self.lavori.candidati)

    @property
    def chiuse(self) -> int:
        """How many of them are closed."""
        return self.domande - self.lavori.da_chiudere


@dataclass(frozen=True)
class InBreve:
    """What the sheet of a call says of its commission to who is concerned."""

    commissione: Commissione | None
    siede: bool
    domande: bool


def quadro(commissione: Commissione) -> Quadro:
    """The whole picture of a commission that comes with its call. Six queries."""
    righe = membri(commissione)
    ora = lavori(commissione, righe)
    regole = regole_di(commissione.avviso).commissione
    contro = {membro.id: da_sostituire(membro, ora.candidati, regole) for membro in ora.membri}
    in_carica = [riga for riga in righe if riga.cessato_il is None]
    return Quadro(
        siedono=[
            RigaMembro(riga, contro[str(riga.persona_id)])
            for riga in in_carica
            if not riga.supplente
        ],
        supplenti=[riga for riga in in_carica if riga.supplente],
        usciti=[riga for riga in righe if riga.cessato_il is not None],
        carte=_carte(commissione, righe),
        lavori=ora,
        contro=contro_la_chiusura(ora, regole, presidente=True),
    )


def da_stampare(commissione: Commissione) -> list[Documento]:
    """The acts on a commission of which the print is missing. Two queries at most."""
    suoi = [commissione.documento, *(uno.documento for uno in membri(commissione))]
    return [carta for carta in suoi if carta is not None and not carta.impronta]


def _carte(commissione: Commissione, righe: Sequence[Commissario]) -> list[Carta]:
    """The nomination, then the substitutions as they came. One query."""
    entrati = sorted(
        (riga for riga in righe if riga.documento is not None),
        key=lambda riga: riga.documento_id or 0,
    )
    tutte = [
        ("La nomina", commissione.documento, commissione.protocollo),
        *(
            (f"Entra {uno.persona.nome_e_cognome}", uno.documento, uno.protocollo)
            for uno in entrati
        ),
    ]
    albo = {
        una.documento_id: una
        for una in Pubblicazione.objects.filter(
            istituto_id=commissione.istituto_id, numero__isnull=False,
            documento__in=[carta for _, carta, _ in tutte if carta],
        )
    }  # fmt: skip
    return [
        Carta(detta, carta, protocollo, albo.get(carta.pk))
        for detta, carta, protocollo in tutte
        if carta is not None
    ]


def in_breve(contesto: Contesto, avviso: Avviso) -> InBreve | None:
    """Of a call whose term is over, for who prepares and who sits; None for everybody else.

    Two queries at most.
    """
    if avviso.stato == StatoAvviso.BOZZA or aperto(avviso, contesto.adesso):
        return None
    sua = siede_in(contesto).filter(commissione=OuterRef("pk"))
    trovata = Commissione.objects.filter(avviso=avviso).annotate(siede=Exists(sua)).first()
    siede = bool(trovata is not None and trovata.siede)
    if not (siede or prepara(contesto)):
        return None
    domande = trovata is not None or candidature_inviate(avviso.pk).exists()
    return InBreve(trovata, siede, domande)
