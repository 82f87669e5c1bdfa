"""An organ deliberates: the number, the words, and from then on nothing changes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Valore
from cpia.scuola.access import Contesto
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    Scelta,
    TipoOrgano,
)
from organi_collegiali.models import Delibera, Dissenso, Proposta, Punto, Votazione, VotoPalese
from organi_collegiali.queries.delibere.scrittura import dei_dipartimenti
from organi_collegiali.queries.numeri import DELIBERE, serie_di
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.delibere import esito_in_parole, premesse
from organi_collegiali.rules.delibere.adozione import verifica_adozione
from organi_collegiali.services.delibere.frasi import conta_frasi
from organi_collegiali.services.numeri import prendi_numero

__all__ = ["adotta_delibera", "dei_dipartimenti", "esecutive", "numera"]


@transaction.atomic
def adotta_delibera(*, autore: Contesto, adesso: datetime, votazione: Votazione) -> Delibera:
    """The deliberation of an approved vote, in the transaction that proclaims it.

    It takes the next number of the organ in its series, the premises of the item, the text that
    was voted (of the proposal that won, when there were more) and how it was voted in words; who
    voted against and asked for it is named. Raises AttoRifiutato when the organ may not
    deliberate or there is nothing to deliberate.
    """
    punto = Punto.objects.select_related("seduta__organo").get(
        pk=votazione.punto_id, istituto=autore.istituto
    )
    organo = punto.seduta.organo
    regola = regole(organo, timezone.localdate(adesso))
    vincente = _vincente(votazione)
    testo = vincente.testo if vincente else votazione.testo.strip() or punto.testo_proposto
    esigi(
        verifica_adozione(
            TipoOrgano(organo.tipo),
            genere=GenereVotazione(votazione.genere),
            approvata=votazione.approvata,
            testo=testo,
            dipartimenti=dei_dipartimenti(organo, regola),
        )
    )
    delibera = Delibera(
        istituto=autore.istituto,
        organo=organo,
        seduta=punto.seduta,
        punto=punto,
        votazione=votazione,
        adottata_il=adesso,
        oggetto=punto.titolo,
        oggetto_pubblico=punto.titolo_pubblico,
        premesse=punto.premesse,
        testo=testo,
        forma=votazione.forma,
        come=_come(votazione, vincente),
        esecutiva=punto.esecutiva or esecutive(regola).valore,
        su_persone=punto.su_persone,
        riservata=punto.riservato or punto.seduta.riservata,
    )
    numera(autore=autore, adesso=adesso, delibera=delibera, regola=regola)
    _nomi_contrari(delibera, votazione, adesso)
    return delibera


def _nomi_contrari(delibera: Delibera, votazione: Votazione, adesso: datetime) -> None:
    """By show of hands only who asked for it has a name among the votes."""
    if votazione.modo != ModoVotazione.ALZATA:
        return
    contro = VotoPalese.objects.filter(
        istituto_id=delibera.istituto_id, votazione=votazione, scelta=Scelta.CONTRARIO
    )
    Dissenso.objects.bulk_create(
        Dissenso(
            istituto_id=delibera.istituto_id,
            delibera=delibera,
            convocato_id=voto.convocato_id,
            chiesto_il=adesso,
        )
        for voto in contro
    )


@transaction.atomic
def numera(
    *, autore: Contesto, adesso: datetime, delibera: Delibera, regola: RegoleOrgano
) -> Delibera:
    """Give a deliberation its number, keep it, count its phrases, write the register.

    What concerns persons teaches no phrase to the book: a name could stay there.
    """
    organo = delibera.organo
    delibera.serie = serie_di(organo, DELIBERE, timezone.localdate(adesso), regola)
    delibera.numero = prendi_numero(organo=organo, di_che_cosa=DELIBERE, serie=delibera.serie)
    delibera.save(force_insert=True)
    if not (delibera.su_persone or delibera.riservata):
        conta_frasi(istituto=autore.istituto, righe=premesse.leggi(delibera.premesse))
    annota(
        autore=autore,
        adesso=adesso,
        azione="adotta delibera",
        oggetto=delibera,
        dati={
            "organo": organo.pk,
            "serie": delibera.serie,
            "numero": delibera.numero,
            "punto": delibera.punto_id,
            "votazione": delibera.votazione_id,
        },
    )
    return delibera


def esecutive(regola: RegoleOrgano) -> Valore[bool]:
    """Whether what the organ deliberates is immediately executive (`004` art. 10: Collegio)."""
    return regola.valore("delibere.esecutive", bool)


def _vincente(votazione: Votazione) -> Proposta | None:
    """The text that prevailed over the others."""
    if votazione.genere not in (GenereVotazione.ALTERNATIVA, GenereVotazione.BALLOTTAGGIO):
        return None
    return votazione.proposte.filter(vince=True).first()


def _come(votazione: Votazione, vincente: Proposta | None) -> str:
    if vincente is not None:
        voti = list(votazione.proposte.values_list("voti", flat=True))
        return esito_in_parole.fra_proposte(
            vincente.voti or 0,
            votanti=votazione.presenti,
            proposte=len(voti),
            pari=voti.count(vincente.voti) > 1,
        )
    if votazione.favorevoli is None:
        return (
            "all’unanimità" if votazione.forma == FormaVotazione.PALESE else "a scrutinio segreto"
        )
    return esito_in_parole.in_parole(
        esito_in_parole.Cifre(
            votazione.presenti,
            votazione.favorevoli,
            votazione.contrari or 0,
            votazione.astenuti or 0,
            votazione.bianche or 0,
            votazione.nulle or 0,
        )
    )
