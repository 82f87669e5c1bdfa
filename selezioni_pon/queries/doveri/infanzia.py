"""The enrolments at the infanzia: to be put in order, made final, moved on, counted in August."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.anno import anno_scolastico
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import TipoVersione
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia
from selezioni_pon.queries.doveri.bozze import SETTIMANA, UN_GIORNO
from selezioni_pon.queries.infanzia.quadro import Quadro, quadro
from selezioni_pon.rules.infanzia.passi import PARTECIPAZIONE, Momento

FORMA: Final = "selezioni.infanzia_forma."
DEFINITIVA: Final = "selezioni.infanzia_definitiva."
SCORRI: Final = "selezioni.infanzia_scorri."
CONTA: Final = "selezioni.infanzia_conta."
AMMETTI: Final = "selezioni.infanzia_ammetti."


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of who directs and, for the count, of the segreteria didattica; nobody is named.

    One query for a school without lists; eight for each list of this year or the next.
    """
    oggi = timezone.localdate(adesso)
    for elenco in _vivi(istituto_id, oggi):
        yield from _di(quadro(elenco), oggi)


def _vivi(istituto_id: int, oggi: date) -> QuerySet[ElencoInfanzia]:
    """The lists of the year that is and of those that come, with an application at least."""
    domande = DomandaInfanzia.objects.filter(elenco=OuterRef("pk"))
    return (
        ElencoInfanzia.objects.filter(
            Q(anno_scolastico__inizio__gte=anno_scolastico(oggi).inizio), Exists(domande),
            istituto_id=istituto_id, entro__lt=oggi,
        )
        .select_related("istituto", "anno_scolastico", "sede")
        .order_by("pk")
    )  # fmt: skip


def _di(letto: Quadro, oggi: date) -> Iterator[Dovere]:
    momento = letto.momento(oggi)
    if momento.ultima is None:
        if momento.domande:
            yield _forma(letto)
    elif momento.ultima is TipoVersione.PROVVISORIA:
        yield from _definitiva(letto, momento)
    else:
        if letto.si_muove:
            yield _scorri(letto, oggi)
        yield from _anticipi(letto, momento)


def _forma(letto: Quadro) -> Dovere:
    dal = letto.elenco.entro + UN_GIORNO
    testo = "Il termine delle domande è passato: si forma l’elenco provvisorio."
    return _dovere(
        FORMA, letto, "Iscrizioni all’infanzia: forma l’elenco", testo, dal,
        fonte=letto.regole.ordine.nei_termini,
    )  # fmt: skip


def _definitiva(letto: Quadro, momento: Momento) -> Iterator[Dovere]:
    if momento.osservazioni_entro is None or momento.oggi <= momento.osservazioni_entro:
        return
    entro = data_estesa(momento.osservazioni_entro)
    testo = f"Le osservazioni delle famiglie sono finite il {entro}."
    if momento.da_decidere:
        testo = f"{testo} Prima serve il sorteggio fra chi è a pari merito."
    yield _dovere(
        DEFINITIVA, letto, "Iscrizioni all’infanzia: rendi definitivo l’elenco", testo,
        momento.osservazioni_entro + UN_GIORNO, fonte=PARTECIPAZIONE,
    )  # fmt: skip


def _scorri(letto: Quadro, oggi: date) -> Dovere:
    testo = "Dall’ultima versione qualcosa è cambiato: un posto libero è di chi aspetta."
    return _dovere(
        SCORRI, letto, "Iscrizioni all’infanzia: scorri la lista di attesa", testo,
        _dall_ultimo_cambio(letto, oggi), fonte=letto.regole.ordine.scorrimento,
    )  # fmt: skip


def _dall_ultimo_cambio(letto: Quadro, oggi: date) -> date:
    """Since when the list may move: the last day written of it after the version."""
    giorni = [
        giorno
        for una in letto.domande.values()
        for giorno in (una.rinuncia_il, timezone.localdate(una.registrata_il))
        if giorno is not None
    ]
    return min(max(giorni, default=oggi), oggi)


def _anticipi(letto: Quadro, momento: Momento) -> Iterator[Dovere]:
    fatti = any(una.tipo == TipoVersione.ANTICIPI for una in letto.versioni)
    if not momento.anticipi or fatti or momento.oggi < momento.contati_il:
        return
    fonte = letto.regole.anticipi.numeri.al.fonte
    if momento.da_contare:
        testo = f"Al {data_estesa(momento.contati_il)} si contano gli iscritti di ogni sezione."
        titolo = "Iscrizioni all’infanzia: scrivi gli iscritti delle sezioni"
        yield _dovere(
            CONTA, letto, titolo, testo, momento.contati_il,
            ruolo=Ruolo.SEGRETERIA_DIDATTICA, fonte=fonte,
        )  # fmt: skip
        return
    testo = "Gli iscritti sono contati: si decide quanti bambini in anticipo si accolgono."
    yield _dovere(
        AMMETTI, letto, "Iscrizioni all’infanzia: decidi gli anticipi", testo,
        momento.contati_il, fonte=fonte,
    )  # fmt: skip


def _dovere(
    chiave: str, letto: Quadro, titolo: str, testo: str, dal: date, *, fonte: str,
    ruolo: Ruolo = Ruolo.DIRIGENTE,
) -> Dovere:  # fmt: skip
    elenco = letto.elenco
    return Dovere(
        chiave=f"{chiave}{elenco.pk}",
        titolo=titolo,
        dettaglio=f"{elenco.sede}, {elenco.anno_scolastico}. {testo}",
        verbo="Apri",
        pagina="selezioni:infanzia_elenco",
        oggetto=elenco.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=ruolo,
        perche=(Motivo("infanzia", fonte, testo),),
    )
