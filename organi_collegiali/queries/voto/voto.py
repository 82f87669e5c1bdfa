"""The figures of a vote and its judgement by the rules of the day."""

from collections import Counter
from collections.abc import Collection, Iterable

from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    NaturaPunto,
    Scelta,
    StatoVotazione,
    VotoPresidente,
)
from organi_collegiali.models import Punto, Votazione, VotoPalese
from organi_collegiali.queries.voto.sala import Sala, sala
from organi_collegiali.rules.caso import Caso, GiudizioDelVoto
from organi_collegiali.rules.voto import giudizio as rules
from organi_collegiali.rules.voto.cifre import Cifre

# What was counted


def voti_palesi(votazione: Votazione) -> list[VotoPalese]:
    """The votes by name, with who gave them. One query."""
    righe = VotoPalese.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione)
    return list(righe.select_related("convocato__persona", "proposta"))


def cifre_palesi(voti: Iterable[VotoPalese], proposte: Collection[int] = ()) -> Cifre:
    """The figures of the votes by name."""
    voti = list(voti)
    scelte = Counter(voto.scelta for voto in voti)
    per_proposta = Counter(voto.proposta_id for voto in voti if voto.proposta_id)
    return Cifre(
        scelte[Scelta.FAVOREVOLE],
        scelte[Scelta.CONTRARIO],
        scelte[Scelta.ASTENUTO],
        per_proposta={proposta: per_proposta[proposta] for proposta in proposte},
    )


def cifre_di(votazione: Votazione) -> Cifre:
    """The figures that were kept when the vote was closed. One query, of the proposals."""
    return Cifre(
        votazione.favorevoli or 0,
        votazione.contrari or 0,
        votazione.astenuti or 0,
        votazione.bianche or 0,
        votazione.nulle or 0,
        {proposta.pk: proposta.voti or 0 for proposta in votazione.proposte.all()},
    )


# The judgement


def caso(
    votazione: Votazione,
    presidente: VotoPresidente | None = None,
    presidente_per: int | None = None,
) -> Caso:
    """A vote as the rule takes it."""
    tenuto = votazione.voto_presidente
    return Caso(
        GenereVotazione(votazione.genere),
        FormaVotazione(votazione.forma),
        votazione.presenti,
        votazione.in_carica,
        votazione.punto.natura == NaturaPunto.REGOLAMENTO,
        presidente or (VotoPresidente(tenuto) if tenuto else None),
        presidente_per,
    )


def giudica(
    votazione: Votazione,
    cifre: Cifre,
    *,
    presidente: VotoPresidente | None = None,
    presidente_per: int | None = None,
    stanza: Sala | None = None,
) -> GiudizioDelVoto:
    """The judgement of a vote by its figures, with the rules of the day of the sitting."""
    stanza = stanza or sala(votazione.punto)
    regole = stanza.regole_del_voto(FormaVotazione(votazione.forma))
    return rules.giudica(caso(votazione, presidente, presidente_per), cifre, regole)


# What stands open


def in_corso(punto: Punto) -> Votazione | None:
    """The vote of the sitting that is open, or closed and not proclaimed yet. One query."""
    return (
        Votazione.objects.filter(
            istituto_id=punto.istituto_id,
            punto__seduta_id=punto.seduta_id,
            stato__in=[StatoVotazione.APERTA, StatoVotazione.CHIUSA],
        )
        .select_related("punto")
        .order_by("id")
        .last()
    )
