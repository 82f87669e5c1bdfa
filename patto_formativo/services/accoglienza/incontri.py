"""The meetings of the welcome: written once they were held, corrected by who wrote them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta
from cpia.scuola.access import Contesto
from patto_formativo.enums import Fase
from patto_formativo.models import Corsista, Incontro, PresenzaIncontro
from patto_formativo.queries.accoglienza import impegni
from patto_formativo.rules.incontri import Quando, verifica_incontro
from patto_formativo.rules.misure import scritte
from patto_formativo.services.accoglienza.blocco import blocca_corsisti, esigi_ore_aperte


@dataclass(frozen=True, slots=True)
class DatiIncontro:
    """What is known of a meeting: its phase, when, how many hours, who was there, what about."""

    fase: Fase
    giorno: date
    dalle: time | None
    ore: Decimal
    corsisti: tuple[int, ...]
    argomento: str = ""

    @property
    def quando(self) -> Quando:
        return Quando(self.giorno, self.dalle, Fraction(self.ore))


@transaction.atomic
def registra_incontro(
    *,
    autore: Contesto,
    adesso: datetime,
    fase: Fase,
    giorno: date,
    dalle: time | None,
    ore: Decimal,
    corsisti: Collection[int],
    argomento: str = "",
) -> Incontro:
    """Write a meeting that was held, with one person or with many (an assembly).

    Of who held it: the coordinator of the site, the tutor, in phase 3 the teachers of the group.
    The site is that of those present when they share one. Raises AttoRifiutato, also when the
    agreement of one of those present has fixed the hours.
    """
    dati = DatiIncontro(fase, giorno, dalle, ore, tuple(corsisti), argomento)
    esigi_ore_aperte(autore, dati.corsisti)
    presenti = _verifica(autore, dati)
    incontro = Incontro.objects.create(
        istituto=autore.istituto, fase=fase.value, giorno=giorno, dalle=dalle, ore=ore,
        argomento=argomento, assemblea=len(presenti) > 1, sede_id=_sede(presenti),
        conduce=autore.persona, registrato_da=autore.persona, registrato_il=adesso,
    )  # fmt: skip
    _segna_presenti(incontro, presenti)
    annota(
        autore=autore, adesso=adesso, azione="registra incontro", oggetto=incontro,
        dati=_foto(incontro, [c.pk for c in presenti]),
    )  # fmt: skip
    return incontro


@transaction.atomic
def correggi_incontro(
    *,
    autore: Contesto,
    adesso: datetime,
    incontro_id: int,
    versione: int,
    dati: DatiIncontro,
    fra: Collection[int] | None = None,
) -> Incontro:
    """Correct a meeting that one has written oneself; the register keeps what it said before.

    ``fra`` are those among whom the choice was made (all, if None): who was there and is none of
    them, because now followed by others or no longer on a path, stays. Raises AttoRifiutato, also
    when the agreement of one of those present has fixed the hours; Conflitto when the meeting is
    not of the ``versione`` that was read.
    """
    incontro = _blocca(autore, incontro_id)
    esigi_letta(incontro, versione)
    gia = set(_presenti(incontro))
    prima = _foto(incontro, gia)
    esigi_ore_aperte(autore, {*gia, *dati.corsisti})
    restano = set() if fra is None else gia.difference(fra)
    presenti = _verifica(autore, dati, tranne=incontro.pk, restano=restano)
    incontro.fase, incontro.giorno, incontro.dalle = dati.fase.value, dati.giorno, dati.dalle
    incontro.ore, incontro.argomento = dati.ore, dati.argomento
    incontro.assemblea, incontro.sede_id = len(presenti) > 1, _sede(presenti)
    incontro.save(
        update_fields=[
            "fase", "giorno", "dalle", "ore", "argomento", "assemblea", "sede", "versione",
        ]
    )  # fmt: skip
    incontro.presenze.exclude(corsista__in=presenti).delete()
    _segna_presenti(incontro, [c for c in presenti if c.pk not in gia])
    dopo = _foto(incontro, [c.pk for c in presenti])
    if dopo != prima:
        annota(
            autore=autore, adesso=adesso, azione="corregge incontro", oggetto=incontro,
            dati={**dopo, "prima": prima},
        )  # fmt: skip
    return incontro


@transaction.atomic
def elimina_incontro(*, autore: Contesto, adesso: datetime, incontro_id: int) -> None:
    """Take away a meeting that one has written oneself and that was not held.

    The register keeps all that it said. Raises AttoRifiutato once an agreement has fixed the hours.
    """
    incontro = _blocca(autore, incontro_id)
    presenti = _presenti(incontro)
    esigi_ore_aperte(autore, presenti)
    annota(
        autore=autore, adesso=adesso, azione="elimina incontro", oggetto=incontro,
        dati=_foto(incontro, presenti),
    )  # fmt: skip
    incontro.delete()


def _verifica(
    autore: Contesto,
    dati: DatiIncontro,
    *,
    tranne: int | None = None,
    restano: Collection[int] = (),
) -> list[Corsista]:
    """Those present, locked, with who stays, if nothing speaks against the meeting."""
    fermi = Corsista.objects.filter(istituto=autore.istituto, pk__in=restano)
    presenti = [
        *blocca_corsisti(autore, set(dati.corsisti).difference(restano)),
        *fermi.select_related("offerta").order_by("pk"),
    ]
    esigi(
        verifica_incontro(
            dati.quando,
            dati.fase,
            oggi=autore.oggi,
            iscritti_il=[corsista.iscritto_il for corsista in presenti],
            impegni=impegni(
                autore.istituto.pk, [c.pk for c in presenti], dati.giorno, tranne=tranne
            ),
        )
    )
    return presenti


def _blocca(autore: Contesto, incontro_id: int) -> Incontro:
    return Incontro.objects.select_for_update().get(pk=incontro_id, istituto=autore.istituto)


def _presenti(incontro: Incontro) -> list[int]:
    return list(incontro.presenze.order_by("corsista_id").values_list("corsista_id", flat=True))


def _segna_presenti(incontro: Incontro, presenti: Collection[Corsista]) -> None:
    PresenzaIncontro.objects.bulk_create(
        PresenzaIncontro(istituto_id=incontro.istituto_id, incontro=incontro, corsista=corsista)
        for corsista in presenti
    )


def _sede(presenti: Collection[Corsista]) -> int | None:
    sedi = {corsista.offerta.sede_id for corsista in presenti}
    return sedi.pop() if len(sedi) == 1 else None


def _foto(incontro: Incontro, presenti: Collection[int]) -> dict[str, Any]:
    """What the register keeps of a meeting; the subject is only counted, it may name somebody."""
    return {
        "fase": str(incontro.fase),
        "giorno": incontro.giorno.isoformat(),
        "dalle": incontro.dalle.isoformat("minutes") if incontro.dalle else None,
        "ore": scritte(incontro.ore),
        "corsisti": sorted(presenti),
        "caratteri": len(incontro.argomento),
    }
