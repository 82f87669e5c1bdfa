"""A vote is opened and closed; ``proclamazione`` gives it effect, ``annullamento`` takes it back.

Every act locks the sitting first: two who run it, or fifty who vote, come one after the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Platea,
    Scelta,
    StatoVotazione,
    TipoOrgano,
    VotoPresidente,
)
from organi_collegiali.models import Proposta, Punto, Votazione
from organi_collegiali.queries.aula.ordine import trattato
from organi_collegiali.queries.voto import voto as lettura
from organi_collegiali.queries.voto.sala import sala
from organi_collegiali.rules.delibere import premesse
from organi_collegiali.rules.voto import apertura_voto as rules
from organi_collegiali.rules.voto.apertura_voto import DaVotare, StatoDelPunto
from organi_collegiali.rules.voto.cifre import Cifre
from organi_collegiali.services.urna.urna import prepara_urna
from organi_collegiali.services.voto.blocco_voto import blocca_punto, blocca_votazione, fatto
from organi_collegiali.services.voto.conteggio import Conta, conta_voti


@dataclass(frozen=True, slots=True)
class VoceDaVotare:
    """One of the texts, or of the persons, between which a vote chooses."""

    testo: str
    persona_id: int | None = None


@transaction.atomic
def apri_votazione(
    *,
    autore: Contesto,
    adesso: datetime,
    punto_id: int,
    genere: GenereVotazione,
    forma: FormaVotazione,
    modo: ModoVotazione,
    testo: str,
    proposte: Sequence[VoceDaVotare] = (),
    segue: Votazione | None = None,
) -> Votazione:
    """Put something to the vote; who runs the sitting may.

    Raises AttoRifiutato without the legal number at this instant (who has an interest is out),
    on an item already concluded or without vote, in a form that the item does not allow.
    """
    punto = blocca_punto(autore, punto_id)
    stanza = sala(punto)
    voto = DaVotare(genere, forma, modo, testo, len(proposte))
    presenze = stanza.giudizio(adesso)
    esigi(
        rules.verifica_apertura(
            voto, _stato(punto), presenze=presenze, su_persone=stanza.voto_su_persone
        )
    )
    votazione = Votazione.objects.create(
        istituto=autore.istituto,
        punto=punto,
        genere=genere,
        testo=testo.strip(),
        forma=forma,
        modo=modo,
        segue=segue,
        presiede=punto.seduta.presiede,
        in_carica=stanza.presenze.in_carica,
        presenti=len(stanza.votanti(adesso)),
        numero_legale=presenze.numero_legale,
        aperta_il=adesso,
    )
    Proposta.objects.bulk_create(
        Proposta(
            istituto=autore.istituto,
            votazione=votazione,
            ordine=ordine,
            testo=voce.testo.strip(),
            persona_id=voce.persona_id,
        )
        for ordine, voce in enumerate(proposte, 1)
    )
    if modo == ModoVotazione.URNA:
        prepara_urna(votazione=votazione)
    _comincia(punto, genere, adesso)
    return fatto(autore, adesso, "apre votazione", votazione, genere=genere, modo=modo)


@transaction.atomic
def chiudi_votazione(
    *,
    autore: Contesto,
    adesso: datetime,
    votazione_id: int,
    cifre: Cifre | None = None,
    voto_presidente: VotoPresidente | None = None,
    presidente_per: int | None = None,
    nomi: Mapping[int, Scelta] | None = None,
) -> Votazione:
    """Close a vote and judge it; nothing is decided until it is proclaimed.

    ``cifre`` are those of a show of hands or of paper ballots: the others are counted from what
    was voted. ``nomi`` are those who ask that their choice be written. Raises AttoRifiutato when
    the figures do not add up, the legal number is lost, or the president's vote decides and is
    not said.
    """
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.APERTA)
    stanza = sala(votazione.punto)
    detto = Conta(cifre or Cifre(), voto_presidente, presidente_per, nomi or {})
    contata = conta_voti(votazione, stanza, detto, adesso)
    giudizio = lettura.giudica(
        votazione,
        contata.cifre,
        presidente=contata.voto_presidente,
        presidente_per=contata.presidente_per,
        stanza=stanza,
    )
    votazione.necessari, votazione.approvata = giudizio.necessari, giudizio.approvata
    votazione.perche = [asdict(motivo) for motivo in giudizio.perche]
    votazione.save(update_fields=["necessari", "approvata", "perche"])
    if giudizio.vince is not None:
        votazione.proposte.filter(pk=giudizio.vince).update(vince=True)
    return fatto(
        autore,
        adesso,
        "chiude votazione",
        votazione,
        favorevoli=contata.cifre.favorevoli,
        contrari=contata.cifre.contrari,
        astenuti=contata.cifre.astenuti,
        approvata=giudizio.approvata,
    )


def _stato(punto: Punto) -> StatoDelPunto:
    aperta = lettura.in_corso(punto)
    return StatoDelPunto(
        NaturaPunto(punto.natura),
        punto.su_persone,
        punto.esito != "",
        f"la votazione {aperta.get_stato_display()}" if aperta else "",
        trattato(punto, list(punto.votazioni.all())).ammesso,
        TipoOrgano(punto.seduta.organo.tipo),
        Platea(punto.seduta.platea),
        bool(premesse.leggi(punto.premesse)),
    )


def _comincia(punto: Punto, genere: GenereVotazione, adesso: datetime) -> None:
    """To vote on an item is to deal with it, if nobody had said so."""
    if genere not in rules.SULLA_SEDUTA and punto.iniziato_il is None:
        punto.iniziato_il = adesso
        punto.save(update_fields=["iniziato_il"])
