"""Persons elected at a sitting by secret preference: opened, the lot drawn, proclaimed."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Componente, StatoVotazione, Titolo
from organi_collegiali.models import (
    Candidatura,
    Elezione,
    ElezioneInSeduta,
    Mandato,
    Proposta,
    Votazione,
)
from organi_collegiali.queries.cariche import in_carica
from organi_collegiali.queries.urna.preferenze import candidati, elezione_di, esito
from organi_collegiali.rules.urna.preferenze import EsitoElezione, verifica_sorteggio
from organi_collegiali.services.organi.nomine import blocca_organo
from organi_collegiali.services.organi.posti import esigi_liberi, esigi_posti
from organi_collegiali.services.voto.blocco_voto import blocca_votazione, fatto


@transaction.atomic
def proclama_eletti(*, autore: Contesto, adesso: datetime, votazione: Votazione) -> list[Mandato]:
    """Give their charge, or their mandate, to those whom a proclaimed vote elected.

    The elected are marked on the list, and where they are given a seat the list is kept with the
    elections of that organ: who leaves is replaced by the first of the others. Raises AttoRifiutato
    while a lot must be drawn, when nobody has the votes that are needed, or when who is elected to
    a charge does not sit in the organ.
    """
    elezione = _elezione(votazione)
    risultato = esito(votazione, elezione)
    _esigi_compiuta(risultato)
    persone = _segna_eletti(votazione, risultato)
    if elezione.carica:
        mandati = [_dai_carica(elezione, persone[0], timezone.localdate(adesso))]
    else:
        blocca_organo(autore, elezione.organo_id)
        esigi_liberi(elezione.organo, persone, elezione.dal)
        esigi_posti(elezione.organo, Componente(elezione.componente), len(persone), elezione.dal)
        mandati = [_dai_mandato(elezione, votazione, persona) for persona in persone]
        _tiene_la_lista(elezione, votazione, timezone.localdate(adesso))
    annota(
        autore=autore,
        adesso=adesso,
        azione="proclama eletti",
        oggetto=elezione.organo,
        dati={"votazione": votazione.pk, "mandati": [mandato.pk for mandato in mandati]},
    )
    return mandati


@transaction.atomic
def registra_sorteggio(
    *, autore: Contesto, adesso: datetime, votazione_id: int, estratti: Sequence[int]
) -> Votazione:
    """Record who was drawn by lot among the candidates who are level, before proclaiming.

    ``estratti`` are ids of the list, in the order of the draw; who runs the sitting may. Raises
    AttoRifiutato when there is no tie, or when they are not as many as the seats left.
    """
    votazione = blocca_votazione(autore, votazione_id, StatoVotazione.CHIUSA)
    esigi(verifica_sorteggio(estratti, esito(votazione, _elezione(votazione))))
    righe = Proposta.objects.filter(istituto=autore.istituto, votazione=votazione)
    for posto, proposta_id in enumerate(estratti, 1):
        righe.filter(pk=proposta_id).update(sorteggio=posto)
    return fatto(autore, adesso, "registra sorteggio", votazione, estratti=list(estratti))


def _elezione(votazione: Votazione) -> ElezioneInSeduta:
    elezione = elezione_di(votazione)
    if elezione is None:
        raise rifiuta("non_elezione", "Di questa votazione non è scritto che cosa elegge.")
    return elezione


def _esigi_compiuta(risultato: EsitoElezione) -> None:
    ultimo = risultato.perche[-1]
    if not risultato.compiuta:
        raise rifiuta("sorteggio", f"Prima si estrae a sorte. {ultimo.testo}", ultimo.fonte)
    if not risultato.eletti:
        testo = f"Nessuno risulta eletto: la votazione si ripete. {ultimo.testo}"
        raise rifiuta("nessun_eletto", testo, ultimo.fonte)


def _segna_eletti(votazione: Votazione, risultato: EsitoElezione) -> list[int]:
    """Mark them on the list; the ids of their persons, the most voted first."""
    righe = Proposta.objects.filter(istituto_id=votazione.istituto_id, votazione=votazione)
    chiavi = [candidato.chiave for candidato in risultato.eletti]
    righe.filter(pk__in=chiavi).update(vince=True)
    persone = dict(righe.filter(pk__in=chiavi).values_list("pk", "persona_id"))
    return [persone[chiave] for chiave in chiavi]


def _dai_carica(elezione: ElezioneInSeduta, persona_id: int, oggi: date) -> Mandato:
    """Who held the charge leaves it and goes on sitting."""
    correnti = Mandato.objects.select_for_update().filter(
        in_carica(oggi), istituto_id=elezione.istituto_id, organo=elezione.organo
    )
    eletto = correnti.filter(persona_id=persona_id, supplente_di__isnull=True).first()
    if eletto is None:
        raise rifiuta("non_siede", "Chi è eletto a una carica deve far parte dell’organo.")
    correnti.filter(carica=elezione.carica).update(carica="")
    eletto.carica = elezione.carica
    eletto.save(update_fields=["carica"])
    return eletto


def _dai_mandato(elezione: ElezioneInSeduta, votazione: Votazione, persona_id: int) -> Mandato:
    return Mandato.objects.create(
        istituto_id=elezione.istituto_id,
        organo=elezione.organo,
        persona_id=persona_id,
        componente=elezione.componente,
        titolo=Titolo.ELETTO,
        dal=elezione.dal,
        al=elezione.al,
        atto=_atto(votazione),
    )


def _atto(votazione: Votazione) -> str:
    seduta = votazione.punto.seduta
    return f"{seduta.organo}, seduta n. {seduta.numero}, votazione segreta"


def _tiene_la_lista(elezione: ElezioneInSeduta, votazione: Votazione, oggi: date) -> None:
    """Keep who stood with the votes, as of an election at the ballot boxes: one list of all."""
    tenuta = Elezione.objects.create(
        istituto_id=elezione.istituto_id,
        organo=elezione.organo,
        componente=elezione.componente,
        posti=elezione.posti,
        votata_il=timezone.localdate(votazione.aperta_il),
        proclamata_il=oggi,
        atto=_atto(votazione),
        dal=elezione.dal,
        al=elezione.al,
    )
    Candidatura.objects.bulk_create(
        Candidatura(
            istituto_id=elezione.istituto_id,
            elezione=tenuta,
            persona_id=proposta.persona_id,
            ordine=proposta.ordine,
            voti=proposta.voti or 0,
            sorteggio=proposta.sorteggio,
            eletto=proposta.vince,
        )
        for proposta in candidati(votazione)
        if proposta.persona_id is not None
    )
