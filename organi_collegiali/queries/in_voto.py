"""The vote that is open, as one of those who vote sees it."""

from dataclasses import dataclass
from datetime import datetime

from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import ModoVotazione
from organi_collegiali.models import Convocato, Proposta, Votazione, VotoPalese
from organi_collegiali.queries.voto.sala import Sala, hanno_votato, votanti_di
from organi_collegiali.rules.voto.apertura_voto import FRA_PROPOSTE


@dataclass(frozen=True)
class InVoto:
    """The vote that is open, as one who votes sees it: never how the others vote."""

    votazione: Votazione
    proposte: tuple[Proposta, ...]
    vota: bool
    interessato: bool
    mio: VotoPalese | None
    ha_votato: bool
    votanti: int
    hanno_votato: int
    astensione: Valore[bool]

    @property
    def per_nome(self) -> bool:
        return bool(self.votazione.modo == ModoVotazione.NOMINALE)

    @property
    def nell_urna(self) -> bool:
        return bool(self.votazione.modo == ModoVotazione.URNA)

    @property
    def a_schede(self) -> bool:
        return bool(self.votazione.modo == ModoVotazione.SCHEDE)

    @property
    def scelte(self) -> list[tuple[str, str, bool]]:
        """Value, words and whether it is the one made: the proposals, or yes, no, abstained."""
        if self.votazione.genere in FRA_PROPOSTE:
            voci = [(str(p.pk), p.testo) for p in self.proposte]
        else:
            voci = [("favorevole", "Favorevole"), ("contrario", "Contrario")]
        if self.astensione.valore:
            voci.append(("astenuto", "Astenuto"))
        return [(valore, parole, valore == self._mia) for valore, parole in voci]

    @property
    def _mia(self) -> str:
        if self.mio is None:
            return ""
        return str(self.mio.proposta_id or self.mio.scelta)


def in_voto(votazione: Votazione, stanza: Sala, convocato: Convocato, adesso: datetime) -> InVoto:
    votanti = votanti_di(votazione, stanza, adesso)
    hanno = hanno_votato(votazione)
    suo = VotoPalese.objects.filter(
        istituto_id=convocato.istituto_id, votazione=votazione, convocato=convocato
    ).first()
    votazione.punto = stanza.punto
    return InVoto(
        votazione=votazione,
        proposte=tuple(votazione.proposte.select_related("persona")),
        vota=convocato.pk in {votante.pk for votante in votanti},
        interessato=convocato.pk in stanza.fuori,
        mio=suo,
        ha_votato=convocato.pk in hanno,
        votanti=len(votanti),
        hanno_votato=len(hanno),
        astensione=stanza.regole.astensione(stanza.presenze.seduta.platea),
    )
