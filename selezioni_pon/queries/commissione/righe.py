"""The declared titles of an application, section by section, with their decisions and evidence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from selezioni_pon.enums import ChiPropone, TipoAllegato, TipoVoce
from selezioni_pon.models import AllegatoInviato, DecisioneTitolo, Invio, TitoloDichiarato
from selezioni_pon.queries.commissione.valutate import Valutata
from selezioni_pon.rules.confronto import Riga
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.griglia.modello import Sezione, Voce
from selezioni_pon.rules.griglia.modulo import Domanda, modulo
from selezioni_pon.rules.griglia.punteggio import PuntiSezione


@dataclass(frozen=True)
class RigaTitolo:
    """A declared title with its decision if there is one, in words, and its evidence."""

    titolo: TitoloDichiarato
    domanda: Domanda
    riga: Riga
    dichiarato: str
    ammesso: str
    decisione: DecisioneTitolo | None
    prove: Sequence[AllegatoInviato]

    @property
    def versione(self) -> int:
        """That of the decision, 0 where there is none."""
        return self.decisione.versione if self.decisione else 0

    @property
    def posto(self) -> str:
        """The place of its item in the grid, for addresses."""
        return self.domanda.nome.removeprefix("v")

    @property
    def riducibile(self) -> bool:
        """Whether there is anything less than the whole to accept."""
        voce = self.domanda.voce
        return voce.tipo is not TipoVoce.SI_NO or voce.pertinente is not None


@dataclass(frozen=True)
class ParteVerifica:
    """A section: its declared titles, and the items to which the commission gives points."""

    sezione: Sezione
    dichiarati: PuntiSezione
    ammessi: PuntiSezione
    titoli: Sequence[RigaTitolo]
    vuote: Sequence[Voce]


def parti(una: Valutata, prove: Mapping[int, Sequence[AllegatoInviato]]) -> Iterator[ParteVerifica]:
    """The sections with what was declared in each; ``prove`` are the files by title. No query."""
    confronto = una.confronto
    righe = {riga.voce.numero: riga for riga in confronto.righe}
    per_voce: defaultdict[str, list[TitoloDichiarato]] = defaultdict(list)
    for titolo in una.righe:
        per_voce[titolo.voce].append(titolo)
    sezioni = zip(
        modulo(una.griglia), confronto.dichiarato.sezioni, confronto.ammesso.sezioni, strict=True
    )
    for parte, dichiarati, ammessi in sezioni:
        sue = [
            _riga(una, domanda, righe[domanda.voce.numero], titolo, prove)
            for domanda in parte.domande
            for nome in domanda.voce.nomi
            for titolo in per_voce[nome]
        ]
        dette = {riga.domanda.voce.numero for riga in sue}
        vuote = [
            d.voce for d in parte.domande
            if d.voce.numero not in dette and d.voce.chi is ChiPropone.CANDIDATO
        ]  # fmt: skip
        yield ParteVerifica(parte.sezione, dichiarati, ammessi, sue, vuote)


def _riga(
    una: Valutata,
    domanda: Domanda,
    riga: Riga,
    titolo: TitoloDichiarato,
    prove: Mapping[int, Sequence[AllegatoInviato]],
) -> RigaTitolo:
    chi, voce = str(titolo.pk), domanda.voce
    decisa = una.decisioni.get(chi)
    ammesso = titolo_detto(voce, decisa.ammesso) if decisa and decisa.ammesso else ""
    return RigaTitolo(
        titolo, domanda, riga, titolo_detto(voce, una.titoli[chi]), ammesso,
        una.decise.get(titolo.pk), prove.get(titolo.pk, ()),
    )  # fmt: skip


def file_di(
    invio: Invio,
) -> tuple[Mapping[int, list[AllegatoInviato]], list[AllegatoInviato]]:
    """The files that came with each title, and those of the whole. One query."""
    prove: defaultdict[int, list[AllegatoInviato]] = defaultdict(list)
    generali = []
    for uno in AllegatoInviato.objects.filter(invio=invio).select_related("allegato"):
        if uno.titolo_id is not None:
            prove[uno.titolo_id].append(uno)
        elif uno.allegato.tipo != TipoAllegato.CURRICULUM_OSCURATO:
            generali.append(uno)
    return prove, generali
