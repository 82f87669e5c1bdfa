"""The roll call before the opening, and who is absent with a reason."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import Presenza, StatoSeduta
from organi_collegiali.models import Convocato, Movimento, Seduta
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.queries.presenze import Presenze
from organi_collegiali.rules.aula import appello
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.services.aula.presenze_in_atto import SI_ENTRA, convocato_di
from organi_collegiali.services.blocco import blocca_seduta, tocca


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
    convocato = convocato_di(autore, convocato_id)
    seduta = blocca_seduta(autore, convocato.seduta_id, *SI_ENTRA)
    convocato = convocato_di(autore, convocato_id)
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
def segna(
    *,
    autore: Contesto,
    adesso: datetime,
    convocato: Convocato,
    suoi: Sequence[Movimento],
    a_distanza: bool,
) -> Movimento:
    """Put a mark at the roll call of a sitting that is locked, once."""
    if suoi:
        return suoi[0]
    movimento = Movimento.objects.create(
        istituto=autore.istituto,
        convocato=convocato,
        quando=adesso,
        entra=True,
        a_distanza=a_distanza,
    )
    tocca(convocato.seduta, adesso)
    return movimento


def toglie_segno(*, adesso: datetime, seduta: Seduta, suoi: Sequence[Movimento]) -> None:
    """Take the mark away."""
    for movimento in suoi:
        movimento.delete()
    if suoi:
        tocca(seduta, adesso)


def registra_appello(chi: Presenze) -> None:
    """Write down how each answered; who has left office since the notice has no vote."""
    dentro = {movimento.componente for movimento in chi.movimenti}
    for convocato in chi.convocati:
        convocato.presenza = appello.presenza_all_appello(
            dentro=convocato.pk in dentro,
            risposta=convocato.risposta,
            presenza=convocato.presenza,
        )
        convocato.con_voto = convocato.con_voto and not chi.cessato(convocato)
    Convocato.objects.bulk_update(chi.convocati, ["presenza", "con_voto"])


def annota_appello(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    azione: str,
    *,
    giudizio: GiudizioPresenze,
    presenti: int,
) -> None:
    """Put on record how the roll call ended, and who holds the sitting."""
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={
            "in_carica": seduta.in_carica,
            "presenti": presenti,
            "numero_legale": giudizio.numero_legale,
            "presiede": seduta.presiede_id,
            "verbalizza": seduta.verbalizza_id,
        },
    )
