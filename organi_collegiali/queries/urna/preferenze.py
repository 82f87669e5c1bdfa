"""What a vote by preferences elects, its candidates and its outcome."""

from organi_collegiali.models import ElezioneInSeduta, Proposta, Votazione
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.rules.urna.preferenze import (
    PREFERENZE,
    Candidato,
    EsitoElezione,
    RegoleElezione,
    giudica_elezione,
)


def elezione_di(votazione: Votazione) -> ElezioneInSeduta | None:
    """What a vote elects: its own, or that of the vote that it repeats. One query a repetition."""
    corrente: Votazione | None = votazione
    while corrente is not None:
        trovata = (
            ElezioneInSeduta.objects.select_related("organo")
            .filter(istituto_id=corrente.istituto_id, votazione=corrente)
            .first()
        )
        if trovata:
            return trovata
        corrente = corrente.segue
    return None


def candidati(votazione: Votazione) -> list[Proposta]:
    """The persons between whom a vote chooses, in the order of the list. One query."""
    righe = Proposta.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione)
    return list(righe.select_related("persona").order_by("ordine"))


def esito(votazione: Votazione, elezione: ElezioneInSeduta) -> EsitoElezione:
    """Who is elected by the votes counted, as the regulation of that day says."""
    parita = sala(votazione.punto).regole.parita_fra_persone
    return giudica_elezione(
        [
            Candidato(p.pk, str(p.persona), p.voti or 0, p.persona.data_nascita, p.sorteggio)
            for p in candidati(votazione)
            if p.persona
        ],
        RegoleElezione(
            elezione.posti,
            parita,
            _necessari(votazione, elezione),
            elezione.fonte or PREFERENZE,
        ),
    )


def _necessari(votazione: Votazione, elezione: ElezioneInSeduta) -> int:
    """The absolute majority of the members where it is asked for, and only at the first vote.

    When nobody reached it the vote is repeated, and the most voted is elected.
    """
    ripetuta = votazione.segue is not None and votazione.segue.chiusa_il is not None
    return votazione.in_carica // 2 + 1 if elezione.assoluta and not ripetuta else 0
