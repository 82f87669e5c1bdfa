"""What a member finds on the ballot of a secret vote, who may put one in, who did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from organi_collegiali.enums import GenereVotazione, Scelta
from organi_collegiali.models import Convocato, Proposta, Scheda, Votazione
from organi_collegiali.queries.urna.preferenze import candidati, elezione_di
from organi_collegiali.queries.voto.sala import hanno_votato, sala, votanti_di
from organi_collegiali.rules.urna.schede import Foglio

# Where one answers yes or no; elsewhere one chooses among texts or persons.
SI_O_NO = frozenset(
    {
        GenereVotazione.PROPOSTA,
        GenereVotazione.EMENDAMENTO,
        GenereVotazione.AMMISSIONE,
        GenereVotazione.ORDINE,
    }
)


@dataclass(frozen=True)
class Urna:
    """How a box stands: who may vote, who did. Never what."""

    aventi_diritto: tuple[Convocato, ...]
    votanti: frozenset[int]

    @property
    def quanti(self) -> int:
        return len(self.votanti)

    @property
    def hanno_votato(self) -> list[Convocato]:
        return [c for c in self.aventi_diritto if c.pk in self.votanti]

    @property
    def mancano(self) -> list[Convocato]:
        return [c for c in self.aventi_diritto if c.pk not in self.votanti]


def foglio_di_voto(votazione: Votazione) -> Foglio:
    """What the ballot of a vote offers."""
    con_astensione = sala(votazione.punto).regole.astensione(votazione.punto.seduta.platea)
    if votazione.genere in SI_O_NO:
        voci = {Scelta.FAVOREVOLE: "Favorevole", Scelta.CONTRARIO: "Contrario"}
        if con_astensione.valore:
            voci[Scelta.ASTENUTO] = "Astenuto"
        return Foglio({str(scelta): parola for scelta, parola in voci.items()}, {}, 1, bianca=False)
    proposte = candidati(votazione)
    elezione = elezione_di(votazione)
    return Foglio(
        {str(proposta.ordine): nome_di(proposta) for proposta in proposte},
        {str(proposta.ordine): proposta.pk for proposta in proposte},
        elezione.preferenze if elezione else 1,
        bianca=con_astensione.valore or elezione is not None,
    )


def nome_di(proposta: Proposta) -> str:
    """The words of a proposal, the name of a candidate."""
    return str(proposta.persona) if proposta.persona else proposta.testo


def chi_puo_votare(votazione: Votazione, adesso: datetime) -> Mapping[int, Convocato]:
    """The places of who may vote now, by person: in since the vote was opened and still in.

    Who comes in later does not vote on it (`004` art. 9).
    """
    stanza = sala(votazione.punto)
    ora = stanza.presenze.dentro(adesso)
    return {c.persona_id: c for c in stanza.votanti(votazione.aperta_il) if c.pk in ora}


def puo_votare(votazione: Votazione, convocato: Convocato, adesso: datetime) -> bool:
    """Whether a member was in when the vote began and still is."""
    return convocato.persona_id in chi_puo_votare(votazione, adesso)


def schede_contate(votazione: Votazione) -> int:
    """How many ballots were in a box that is closed. One query."""
    return Scheda.objects.filter(istituto_id=votazione.istituto_id, urna=votazione.urna).count()


def urna(votazione: Votazione, adesso: datetime) -> Urna:
    """Who may put a ballot in the box of a vote and who did."""
    aventi_diritto = votanti_di(votazione, sala(votazione.punto), adesso)
    return Urna(tuple(aventi_diritto), hanno_votato(votazione))
