"""What minutes on their way ask of whom, from the draft to the albo."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules import Valore
from cpia.scuola.parole import data_estesa, plurale
from organi_collegiali.enums import StatoSeduta, StatoVerbale
from organi_collegiali.models import Rilievo, Verbale
from organi_collegiali.queries.doveri.chi import una_volta
from organi_collegiali.queries.doveri.norme_verbale import NormeDelVerbale
from organi_collegiali.queries.doveri.sedute import nome
from organi_collegiali.queries.verbali.scadenze import copie_mandate

FINITE = (StatoSeduta.CHIUSA, StatoSeduta.DESERTA)


def doveri(istituto_id: int, oggi: date, *, giorni: Valore) -> Iterator[Dovere]:
    """From the draft to the albo, and the copy to the direction. Eight queries."""
    in_cammino = list(
        Verbale.objects.filter(istituto_id=istituto_id, seduta__storica=False)
        .exclude(stato=StatoVerbale.PUBBLICATO)
        .select_related("seduta__organo")
        .order_by("pk")
    )
    if not in_cammino:
        return
    chiuse = {timezone.localdate(v.seduta.chiusa_il) for v in in_cammino if v.seduta.chiusa_il}
    norme = NormeDelVerbale.leggi(istituto_id, oggi, chiuse)
    yield from _copie(istituto_id, in_cammino, norme)
    aperti = Rilievo.objects.filter(istituto_id=istituto_id, esito="")
    da_decidere = Counter(aperti.values_list("verbale_id", flat=True))
    for verbale in in_cammino:
        match verbale.stato:
            case StatoVerbale.BOZZA:
                yield from _da_scrivere(verbale, giorni)
            case StatoVerbale.IN_LETTURA:
                yield from _rilievi(verbale, da_decidere[verbale.pk])
            case StatoVerbale.APPROVATO:
                yield from _da_firmare(verbale)
            case StatoVerbale.FIRMATO:
                yield from _da_pubblicare(verbale, norme)


def _del_verbale(verbale: Verbale, che_cosa: str, titolo: str, verbo: str, entro: date) -> Dovere:
    seduta = verbale.seduta
    giorno = timezone.localdate(seduta.chiusa_il)
    return Dovere(
        chiave=f"organi.{che_cosa}.{verbale.pk}",
        titolo=f"{titolo}: {nome(seduta)}",
        dettaglio=f"Seduta n. {seduta.numero} del {data_estesa(giorno)}.",
        verbo=verbo,
        pagina="organi:verbale",
        oggetto=verbale.pk,
        visibile_dal=giorno,
        entro_il=entro,
    )


def _di(dovere: Dovere, persona: int) -> Dovere:
    """The same thing to do, of one of several persons."""
    return replace(dovere, chiave=f"{dovere.chiave}.{persona}", persona=persona)


def _da_scrivere(verbale: Verbale, giorni: Valore) -> Iterator[Dovere]:
    seduta = verbale.seduta
    if seduta.stato not in FINITE or seduta.chiusa_il is None:
        return
    entro = timezone.localdate(seduta.chiusa_il) + timedelta(days=giorni.come(int))
    dovere = _del_verbale(verbale, "verbale", "Completa il verbale", "Continua", entro)
    for persona in una_volta([seduta.verbalizza_id]):
        yield _di(dovere, persona)


def _rilievi(verbale: Verbale, da_decidere: int) -> Iterator[Dovere]:
    if not da_decidere or verbale.rilievi_entro is None:
        return
    quanti = plurale(da_decidere, "rilievo", "rilievi")
    dovere = _del_verbale(
        verbale,
        "rilievi",
        f"Rispondi a {quanti} sul verbale",
        "Rispondi",
        timezone.localdate(verbale.rilievi_entro),
    )
    for persona in una_volta([verbale.seduta.verbalizza_id]):
        yield _di(dovere, persona)


def _da_firmare(verbale: Verbale) -> Iterator[Dovere]:
    entro = verbale.pubblicare_entro or timezone.localdate(verbale.approvato_il)
    dovere = _del_verbale(verbale, "firma_verbale", "Firma il verbale", "Firma", entro)
    seduta = verbale.seduta
    mancano = [
        None if verbale.firma_presidente_il else seduta.presiede_id,
        None if verbale.firma_segretario_il else seduta.verbalizza_id,
    ]
    for persona in una_volta(mancano):
        yield _di(dovere, persona)


def _da_pubblicare(verbale: Verbale, norme: NormeDelVerbale) -> Iterator[Dovere]:
    if verbale.pubblicare_entro is None or verbale.seduta.riservata:
        return
    prima = norme.prima_di_convocare(verbale)
    entro = min(filter(None, [verbale.pubblicare_entro, prima[0] if prima else None]))
    dovere = _del_verbale(verbale, "pubblica_verbale", "Pubblica il verbale", "Pubblica", entro)
    if prima:
        dovere = replace(dovere, perche=(prima[1],))
    yield _di(dovere, verbale.seduta.preparata_da_id)


def _copie(istituto_id: int, in_cammino: list[Verbale], norme: NormeDelVerbale) -> Iterator[Dovere]:
    """The copy that who writes owes to the direction, until it has been sent."""
    mandate = copie_mandate(istituto_id, [verbale.pk for verbale in in_cammino])
    for verbale in in_cammino:
        termine = None if verbale.pk in mandate else norme.copia(verbale)
        if termine is None:
            continue
        titolo = "Manda la copia del verbale in direzione"
        dovere = _del_verbale(verbale, "copia_verbale", titolo, "Apri", termine.giorno)
        for persona in una_volta([verbale.seduta.verbalizza_id]):
            yield _di(replace(dovere, perche=termine.perche), persona)
