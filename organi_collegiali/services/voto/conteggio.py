"""What a closed vote counted: hands, names, ballots."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import (
    FormaVotazione,
    ModoVotazione,
    Scelta,
    StatoVotazione,
    VotoPresidente,
)
from organi_collegiali.models import Proposta, Votazione, VotoPalese
from organi_collegiali.queries.voto import voto as lettura
from organi_collegiali.queries.voto.sala import Sala, votanti_di
from organi_collegiali.rules.voto import chi_presiede
from organi_collegiali.rules.voto import cifre as rules
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.urna.urna import conta


@dataclass(frozen=True, slots=True)
class Conta:
    """What is said when a vote is closed; ``cifre`` are missing where they are counted."""

    cifre: Cifre = field(default_factory=Cifre)
    voto_presidente: VotoPresidente | None = None
    presidente_per: int | None = None
    nomi: Mapping[int, Scelta] = field(default_factory=dict)


def conta_voti(votazione: Votazione, stanza: Sala, detto: Conta, adesso: datetime) -> Conta:
    """Close a locked vote with its figures, by the way in which they were gathered.

    Raises AttoRifiutato: figures that do not add up, the legal number lost, a tie that the
    president's vote decides and is not said.
    """
    votanti = [convocato.pk for convocato in votanti_di(votazione, stanza, adesso)]
    if len(votanti) < votazione.numero_legale:
        raise rifiuta(
            "numero_legale",
            f"I presenti al voto sono {len(votanti)} e il numero legale {votazione.numero_legale}: "
            "la votazione si annulla.",
            stanza.giudizio(adesso).perche[-1].fonte,
        )
    votazione.stato, votazione.chiusa_il = StatoVotazione.CHIUSA, adesso
    votazione.presenti = len(votanti)
    votazione.save(update_fields=["stato", "chiusa_il", "presenti"])
    contata = MODI[ModoVotazione(votazione.modo)](votazione, stanza, detto, votanti)
    contata = _chi_presiede(votazione, stanza, contata, votanti)
    _registra(votazione, contata)
    return contata


def _per_alzata(votazione: Votazione, stanza: Sala, detto: Conta, votanti: list[int]) -> Conta:
    esigi(
        [
            *rules.verifica_alzata(detto.cifre, len(votanti), _astensione(stanza)),
            *rules.verifica_nomi(detto.nomi, detto.cifre, votanti),
        ]
    )
    scrivi_nomi(votazione, detto.nomi, votazione.chiusa_il or votazione.aperta_il)
    return detto


def _per_nome(votazione: Votazione, stanza: Sala, detto: Conta, votanti: list[int]) -> Conta:
    voti = lettura.voti_palesi(votazione)
    esigi(rules.verifica_tutti(len(votanti) - len(voti), _astensione(stanza)))
    proposte = votazione.proposte.values_list("pk", flat=True)
    suo = next((v for v in voti if v.convocato.persona_id == votazione.presiede_id), None)
    return Conta(
        lettura.cifre_palesi(voti, list(proposte)),
        VotoPresidente(suo.scelta) if suo and suo.scelta else None,
        suo.proposta_id if suo else None,
    )


def _nell_urna(votazione: Votazione, stanza: Sala, detto: Conta, votanti: list[int]) -> Conta:
    contate = conta(votazione=votazione)
    return Conta(
        Cifre(
            contate.favorevoli, contate.contrari, contate.astenuti, contate.bianche, contate.nulle,
            contate.per_proposta,
        )
    )  # fmt: skip


def _su_carta(votazione: Votazione, stanza: Sala, detto: Conta, votanti: list[int]) -> Conta:
    senza_preferenze = replace(detto.cifre, per_proposta={})
    esigi(
        [
            *rules.verifica_schede(senza_preferenze, len(votanti)),
            *rules.verifica_astensione(detto.cifre, _astensione(stanza)),
        ]
    )
    return Conta(detto.cifre)


MODI = {
    ModoVotazione.ALZATA: _per_alzata,
    ModoVotazione.NOMINALE: _per_nome,
    ModoVotazione.URNA: _nell_urna,
    ModoVotazione.SCHEDE: _su_carta,
}


def _astensione(stanza: Sala) -> Valore[bool]:
    return stanza.regole.astensione(stanza.presenze.seduta.platea)


def _chi_presiede(votazione: Votazione, stanza: Sala, contata: Conta, votanti: list[int]) -> Conta:
    """The president's own vote, kept only when it decides."""
    votano = {c.persona_id for c in stanza.presenze.convocati if c.pk in votanti}
    caso = replace(
        lettura.caso(votazione, contata.voto_presidente, contata.presidente_per),
        presidente_vota=votazione.presiede_id in votano,
    )
    regole = stanza.regole_del_voto(FormaVotazione(votazione.forma))
    esigi(chi_presiede.verifica(caso, contata.cifre, regole))
    if chi_presiede.decide(caso, contata.cifre, regole):
        return contata
    return replace(contata, voto_presidente=None, presidente_per=None)


def _registra(votazione: Votazione, contata: Conta) -> None:
    cifre = contata.cifre
    votazione.favorevoli, votazione.contrari = cifre.favorevoli, cifre.contrari
    votazione.astenuti = cifre.astenuti
    votazione.bianche, votazione.nulle = cifre.bianche, cifre.nulle
    votazione.voto_presidente = contata.voto_presidente or ""
    votazione.save(
        update_fields=[
            "favorevoli", "contrari", "astenuti", "bianche", "nulle", "voto_presidente",
        ]
    )  # fmt: skip
    proposte = list(votazione.proposte.all())
    for proposta in proposte:
        proposta.voti = cifre.per_proposta.get(proposta.pk, 0)
    Proposta.objects.bulk_update(proposte, ["voti"])


def scrivi_nomi(votazione: Votazione, nomi: Mapping[int, Scelta], quando: datetime) -> None:
    """Those who ask that their choice be written, in the place of what was written before."""
    VotoPalese.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione).delete()
    VotoPalese.objects.bulk_create(
        VotoPalese(
            istituto_id=votazione.istituto_id,
            votazione=votazione,
            convocato_id=convocato_id,
            scelta=scelta,
            espresso_il=quando,
        )
        for convocato_id, scelta in nomi.items()
    )
