"""Who comes in and who goes out, and the correction of what was written by mistake."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Presenza, StatoSeduta, StatoVotazione
from organi_collegiali.errori import esigi, rifiuta
from organi_collegiali.models import Convocato, Movimento, Seduta, Votazione
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import appello
from organi_collegiali.rules.aula import presenze as rules
from organi_collegiali.services.blocco import blocca_seduta, tocca

SI_ENTRA = (StatoSeduta.CONVOCATA, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


@transaction.atomic
def registra_movimento(
    *,
    autore: Contesto,
    adesso: datetime,
    convocato_id: int,
    entra: bool,
    alle: time | None = None,
    a_distanza: bool = False,
) -> Movimento | None:
    """Somebody comes in or goes out, now or at an hour of before.

    Before the opening it is the roll call: to go out takes the mark away, and None comes back.
    The same thing sent twice is written once. Raises AttoRifiutato.
    """
    convocato = _convocato(autore, convocato_id)
    seduta = blocca_seduta(autore, convocato.seduta_id, *SI_ENTRA)
    _esigi_distanza(seduta, adesso, a_distanza=a_distanza)
    tutti = list(movimenti(seduta))
    suoi = [movimento for movimento in tutti if movimento.convocato_id == convocato.pk]
    if seduta.aperta_il is None:
        if entra:
            return _segna(autore, adesso, seduta, convocato, suoi, a_distanza=a_distanza)
        _toglie_segno(adesso, seduta, suoi)
        return None
    dopo = suoi[-1] if suoi else None
    quando = _istante(alle, adesso, seduta.aperta_il, dopo)
    if dopo is not None and dopo.entra == entra:
        return _gia_scritto(convocato, dopo, quando)
    nuovo = Movimento(
        istituto=autore.istituto,
        convocato=convocato,
        quando=quando,
        entra=entra,
        a_distanza=entra and a_distanza,
    )
    _esigi(seduta, adesso, tutti, [*tutti, nuovo], quando)
    nuovo.save(force_insert=True)
    _annota(autore, adesso, seduta, "registra entrata" if entra else "registra uscita", nuovo)
    return nuovo


def _segna(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    convocato: Convocato,
    suoi: Sequence[Movimento],
    *,
    a_distanza: bool,
) -> Movimento:
    """At the roll call a mark is put, once."""
    if suoi:
        return suoi[0]
    movimento = Movimento.objects.create(
        istituto=autore.istituto,
        convocato=convocato,
        quando=adesso,
        entra=True,
        a_distanza=a_distanza,
    )
    tocca(seduta, adesso)
    return movimento


def _toglie_segno(adesso: datetime, seduta: Seduta, suoi: Sequence[Movimento]) -> None:
    for movimento in suoi:
        movimento.delete()
    if suoi:
        tocca(seduta, adesso)


@transaction.atomic
def segna_presenti(
    *, autore: Contesto, adesso: datetime, seduta_id: int, convocati: Iterable[int]
) -> int:
    """At the roll call, mark several at once as present; how many were not yet."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA)
    gia = set(movimenti(seduta).values_list("convocato_id", flat=True))
    righe = Convocato.objects.filter(
        istituto=autore.istituto, seduta=seduta, pk__in=list(convocati)
    ).exclude(pk__in=gia)
    nuovi = Movimento.objects.bulk_create(
        Movimento(istituto=autore.istituto, convocato=convocato, quando=adesso, entra=True)
        for convocato in righe
    )
    if nuovi:
        tocca(seduta, adesso)
    return len(nuovi)


@transaction.atomic
def segna_assenza(
    *, autore: Contesto, adesso: datetime, convocato_id: int, giustificata: bool
) -> Convocato:
    """Say whether who did not come is justified; who is in is not absent."""
    convocato = _convocato(autore, convocato_id)
    seduta = blocca_seduta(autore, convocato.seduta_id, *SI_ENTRA)
    if (
        convocato.presenza == Presenza.PRESENTE
        or movimenti(seduta).filter(convocato=convocato).exists()
    ):
        raise rifiuta("presente", f"{convocato.persona} è venuto alla seduta: non è assente.")
    convocato.presenza = (
        Presenza.ASSENTE_GIUSTIFICATO if giustificata else Presenza.ASSENTE_INGIUSTIFICATO
    )
    convocato.save(update_fields=["presenza"])
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="segna assenza",
        oggetto=seduta,
        dati={"convocato": convocato.pk, "giustificata": giustificata},
    )
    return convocato


@transaction.atomic
def cambia_ora(*, autore: Contesto, adesso: datetime, movimento_id: int, alle: time) -> Movimento:
    """Correct the hour of a movement, unless a vote has counted who was there.

    The roll call is at the opening: who comes later gets another hour, nobody an earlier one.
    """
    movimento, seduta, tutti = _da_correggere(autore, movimento_id)
    prima = movimento.quando
    quando = _istante(alle, adesso, seduta.aperta_il or adesso, None)
    altri = [altro for altro in tutti if altro.pk != movimento.pk]
    spostato = Movimento(
        pk=movimento.pk,
        convocato_id=movimento.convocato_id,
        quando=quando,
        entra=movimento.entra,
    )
    _esigi(seduta, adesso, tutti, [*altri, spostato], quando)
    movimento.quando = quando
    movimento.save(update_fields=["quando"])
    _annota(autore, adesso, seduta, "corregge ora", movimento, prima=prima.isoformat())
    return movimento


@transaction.atomic
def toglie_movimento(*, autore: Contesto, adesso: datetime, movimento_id: int) -> Seduta:
    """Take back what was written by mistake, unless a vote has counted who was there."""
    movimento, seduta, tutti = _da_correggere(autore, movimento_id)
    altri = [altro for altro in tutti if altro.pk != movimento.pk]
    _esigi(seduta, adesso, tutti, altri, movimento.quando)
    _annota(autore, adesso, seduta, "toglie movimento", movimento, convocato=movimento.convocato_id)
    movimento.delete()
    return seduta


def _convocato(autore: Contesto, convocato_id: int) -> Convocato:
    return Convocato.objects.select_related("persona").get(
        pk=convocato_id, istituto=autore.istituto
    )


def _da_correggere(
    autore: Contesto, movimento_id: int
) -> tuple[Movimento, Seduta, list[Movimento]]:
    trovato = Movimento.objects.select_related("convocato").get(
        pk=movimento_id, istituto=autore.istituto
    )
    seduta = blocca_seduta(autore, trovato.convocato.seduta_id, *SI_ENTRA)
    tutti = list(movimenti(seduta))
    attuale = next((movimento for movimento in tutti if movimento.pk == trovato.pk), None)
    if attuale is None:
        raise rifiuta("tolto", "Questo movimento è già stato tolto.")
    return attuale, seduta, tutti


def _istante(
    alle: time | None, adesso: datetime, dal: datetime, dopo: Movimento | None
) -> datetime:
    return appello.istante(
        alle,
        adesso=timezone.localtime(adesso),
        dal=timezone.localtime(dal),
        dopo=timezone.localtime(dopo.quando) if dopo else None,
    )


def _gia_scritto(convocato: Convocato, ultimo: Movimento, quando: datetime) -> Movimento:
    """The same movement again: the one there is, if the minute is the same; else a refusal."""
    scritto = timezone.localtime(ultimo.quando)
    if scritto.replace(second=0, microsecond=0) == quando.replace(second=0, microsecond=0):
        return ultimo
    dove = "in aula" if ultimo.entra else "fuori"
    testo = f"{convocato.persona} è già {dove} dalle {scritto.hour}.{scritto.minute:02d}."
    raise rifiuta("gia_scritto", testo)


def _esigi(
    seduta: Seduta,
    adesso: datetime,
    prima: Sequence[Movimento],
    dopo: Sequence[Movimento],
    quando: datetime,
) -> None:
    aperta_il = seduta.aperta_il or adesso
    esigi(
        appello.verifica_istante(
            timezone.localtime(quando),
            adesso=timezone.localtime(adesso),
            dal=timezone.localtime(aperta_il),
        )
    )
    esigi(appello.verifica_movimenti(_puri(prima), _puri(dopo), votate=_votate(seduta)))


def _puri(righe: Iterable[Movimento]) -> list[rules.Movimento[int]]:
    return [
        rules.Movimento(riga.convocato_id, timezone.localtime(riga.quando), riga.entra)
        for riga in righe
    ]


def _votate(seduta: Seduta) -> list[datetime]:
    """The instants at which something was put to the vote."""
    righe = Votazione.objects.filter(istituto_id=seduta.istituto_id, punto__seduta=seduta)
    valide = righe.exclude(stato=StatoVotazione.ANNULLATA)
    return [timezone.localtime(quando) for quando in valide.values_list("aperta_il", flat=True)]


def _esigi_distanza(seduta: Seduta, adesso: datetime, *, a_distanza: bool) -> None:
    if a_distanza:
        regola = regole(seduta.organo, timezone.localdate(adesso))
        esigi(
            appello.verifica_a_distanza(
                a_distanza=True, regola=regola.valore("seduta.a_distanza", bool)
            )
        )


def _annota(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    azione: str,
    movimento: Movimento,
    **altro: object,
) -> None:
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={
            "convocato": movimento.convocato_id,
            "quando": movimento.quando.isoformat(),
            "a_distanza": movimento.a_distanza,
            **altro,
        },
    )
