"""What follows a sitting, and what the members have asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cpia.norme.rules import Valore
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, giorno_breve, plurale
from organi_collegiali.enums import StatoSeduta, StatoVerbale
from organi_collegiali.models import Mandato, Richiesta, Rilievo, Seguito, Verbale
from organi_collegiali.queries.doveri.chi import chi_firma, presidenti, una_volta
from organi_collegiali.queries.doveri.sedute import IN_PREPARAZIONE, nome
from organi_collegiali.rules.doveri import Dovere
from organi_collegiali.rules.motivi import Motivo


def doveri(
    istituto_id: int, oggi: date, *, giorni_del_verbale: Valore, anticipo_dei_mandati: Valore
) -> Iterator[Dovere]:
    """Requests without a sitting, minutes on their way, mandates about to end, follow-ups."""
    yield from _richieste(istituto_id, oggi)
    yield from _verbali(istituto_id, giorni_del_verbale)
    yield from _mandati(istituto_id, oggi, anticipo_dei_mandati.come(int))
    yield from _seguiti(istituto_id)


def _richieste(istituto_id: int, oggi: date) -> Iterator[Dovere]:
    senza_data = Richiesta.objects.filter(
        Q(seduta__isnull=True) | Q(seduta__stato__in=IN_PREPARAZIONE), istituto_id=istituto_id
    )
    presiedono = presidenti(istituto_id, oggi)
    for richiesta in senza_data.select_related("organo").order_by("pk"):
        yield Dovere(
            chiave=f"organi.richiesta.{richiesta.pk}",
            titolo=f"Convoca la seduta richiesta: {richiesta.organo.nome}",
            dettaglio=f"Chiesta {giorno_breve(timezone.localdate(richiesta.presentata_il))} da "
            f"{richiesta.get_chi_display()}.",
            verbo="Apri",
            pagina="organi:organo",
            oggetto=richiesta.organo_id,
            visibile_dal=timezone.localdate(richiesta.presentata_il),
            entro_il=richiesta.convocare_entro,
            perche=tuple(Motivo(**motivo) for motivo in richiesta.perche),
            **chi_firma(richiesta.organo, presiedono),  # type: ignore[arg-type]
        )


def _verbali(istituto_id: int, giorni: Valore) -> Iterator[Dovere]:
    in_cammino = (
        Verbale.objects.filter(istituto_id=istituto_id, seduta__storica=False)
        .exclude(stato=StatoVerbale.PUBBLICATO)
        .select_related("seduta__organo")
    )
    aperti = Rilievo.objects.filter(istituto_id=istituto_id, esito="")
    da_decidere = Counter(aperti.values_list("verbale_id", flat=True))
    for verbale in in_cammino.order_by("pk"):
        match verbale.stato:
            case StatoVerbale.BOZZA:
                yield from _da_scrivere(verbale, giorni)
            case StatoVerbale.IN_LETTURA:
                yield from _rilievi(verbale, da_decidere[verbale.pk])
            case StatoVerbale.APPROVATO:
                yield from _da_firmare(verbale)
            case StatoVerbale.FIRMATO:
                yield from _da_pubblicare(verbale)


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
    if seduta.stato != StatoSeduta.CHIUSA or seduta.chiusa_il is None:
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


def _da_pubblicare(verbale: Verbale) -> Iterator[Dovere]:
    if verbale.pubblicare_entro is None or verbale.seduta.riservata:
        return
    dovere = _del_verbale(
        verbale, "pubblica_verbale", "Pubblica il verbale", "Pubblica", verbale.pubblicare_entro
    )
    yield _di(dovere, verbale.seduta.preparata_da_id)


def _mandati(istituto_id: int, oggi: date, anticipo: int) -> Iterator[Dovere]:
    in_scadenza = Mandato.objects.filter(
        istituto_id=istituto_id, al__range=(oggi, oggi + timedelta(days=anticipo)), cessato_per=""
    ).select_related("organo")
    # By organ and last day: an organ is renewed once, not member by member.
    gruppi = Counter((mandato.organo, mandato.al or oggi) for mandato in in_scadenza)
    for (organo, al), quanti in sorted(gruppi.items(), key=lambda gruppo: gruppo[0][0].pk):
        yield Dovere(
            chiave=f"organi.mandati.{organo.pk}.{al}",
            titolo=f"Rinnova {plurale(quanti, 'mandato', 'mandati')}: {organo.nome}",
            dettaglio=f"L’ultimo giorno è {data_estesa(al)}.",
            verbo="Apri",
            pagina="organi:organo",
            oggetto=organo.pk,
            visibile_dal=al - timedelta(days=anticipo),
            entro_il=al,
            ruolo=Ruolo.DIRIGENTE,
        )


def _seguiti(istituto_id: int) -> Iterator[Dovere]:
    aperti = Seguito.objects.filter(istituto_id=istituto_id, fatto_il__isnull=True)
    for seguito in aperti.select_related("delibera__organo").order_by("pk"):
        delibera = seguito.delibera
        yield Dovere(
            chiave=f"organi.seguito.{seguito.pk}",
            titolo=_che_cosa(seguito),
            dettaglio=f"{delibera.organo.nome}, delibera n. {delibera.numero}.",
            verbo="Apri",
            pagina="organi:delibera",
            oggetto=delibera.pk,
            visibile_dal=timezone.localdate(delibera.adottata_il),
            entro_il=seguito.entro_il,
            persona=seguito.persona_id,
        )


def _che_cosa(seguito: Seguito) -> str:
    """What is to be done, in words that a mail may carry: they name nobody."""
    if seguito.delibera.riservata:
        return "Da fare per una delibera riservata"
    if seguito.delibera.su_persone:
        return "Da fare per una delibera che riguarda persone"
    return seguito.testo
