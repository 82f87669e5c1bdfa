"""The versions of a regulation: a draft is prepared, adopted or thrown away."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from cpia.norme.errori import BozzaCambiata, RegolamentoRifiutato
from cpia.norme.models import Parametro, Regolamento
from cpia.norme.queries.regolamenti import disposizioni_in_vigore
from cpia.norme.queries.righe import scritto_di
from cpia.norme.rules import Disposizione
from cpia.norme.rules.adozione import (
    DAL,
    TITOLO,
    Rifiuto,
    Versione,
    giorno_prima,
    giudica_adozione,
)
from cpia.norme.rules.scritto import impronta_di
from cpia.norme.services.comuni import in_bozza
from cpia.scuola.access import Contesto
from cpia.scuola.registri import annota

GIA_IN_BOZZA = "C’è già una bozza di questo regolamento: si continua quella."
GIA_COMINCIATO = "È già cominciato: per correggere si prepara un’altra versione."
GIA_SOSTITUITO = "Quando comincia la sostituisce un’altra versione: riporta in bozza prima quella."
COPIATI = ("chiave", "tipo", "valore", "articolo", "testo", "in_contrasto_con")


@transaction.atomic
def prepara_versione(*, autore: Contesto, adesso: datetime, regolamento_id: int) -> Regolamento:
    """Open the draft of a new version, a copy of the one given; nothing changes for anybody yet.

    Raises RegolamentoRifiutato where a draft is there already.
    """
    vecchio = Regolamento.objects.select_for_update().get(
        istituto=autore.istituto, pk=regolamento_id
    )
    if vecchio.bozza:
        raise RegolamentoRifiutato([Rifiuto(TITOLO, GIA_IN_BOZZA)])
    bozza = _nuova_bozza(autore, adesso, vecchio.titolo, vecchio)
    Parametro.objects.bulk_create(
        Parametro(
            istituto_id=vecchio.istituto_id,
            regolamento=bozza,
            **{campo: getattr(riga, campo) for campo in COPIATI},
        )
        for riga in vecchio.parametri.all()
    )
    annota(
        autore=autore, adesso=adesso, azione="prepara versione del regolamento", oggetto=bozza,
        dati={"sostituisce": vecchio.pk},
    )  # fmt: skip
    return bozza


@transaction.atomic
def prepara_regolamento(*, autore: Contesto, adesso: datetime, titolo: str) -> Regolamento:
    """Open the empty draft of a regulation that the portal does not know yet.

    Raises RegolamentoRifiutato where one of that title exists.
    """
    if Regolamento.objects.filter(istituto=autore.istituto, titolo=titolo, bozza=False).exists():
        testo = "C’è già un regolamento con questo titolo: apri una versione nuova di quello."
        raise RegolamentoRifiutato([Rifiuto(TITOLO, testo)])
    bozza = _nuova_bozza(autore, adesso, titolo, None)
    annota(autore=autore, adesso=adesso, azione="prepara regolamento", oggetto=bozza)
    return bozza


@transaction.atomic
def adotta(
    *,
    autore: Contesto,
    adesso: datetime,
    bozza_id: int,
    atto: str,
    dal: date,
    riletta: str | None = None,
) -> Regolamento:
    """The draft comes into force on ``dal``; the version that it replaces ends the day before.

    ``riletta`` is the print of the draft that was read again: where another one stands now,
    BozzaCambiata. Raises RegolamentoRifiutato: no act, day before the version in force or gone
    by, days on which another version holds, past days that another regulation ruled otherwise, a
    rule that is empty, unreadable or without article.
    """
    stessi = _stessi(in_bozza(autore, bozza_id))
    bozza = stessi.pop(bozza_id)
    parametri = [scritto_di(riga) for riga in bozza.parametri.all()]
    if riletta is not None and riletta != impronta_di(parametri):
        raise BozzaCambiata
    sostituita = stessi.get(bozza.sostituisce_id or 0)
    oggi = timezone.localdate(adesso)
    rifiuti = giudica_adozione(
        atto=atto,
        dal=dal,
        oggi=oggi,
        sostituita=Versione(sostituita.dal, sostituita.al) if sostituita else None,
        altre=[Versione(riga.dal, riga.al) for riga in stessi.values()],
        parametri=parametri,
        vigenti=_vigenti_prima(autore, dal, oggi),
    )
    if rifiuti:
        raise RegolamentoRifiutato(rifiuti)
    if sostituita:
        _chiudi(autore, adesso, sostituita, giorno_prima(dal))
    bozza.bozza, bozza.atto, bozza.dal = False, atto.strip(), dal
    bozza.save(update_fields=["bozza", "atto", "dal"])
    annota(
        autore=autore, adesso=adesso, azione="adotta regolamento", oggetto=bozza,
        dati={"dal": dal.isoformat(), "atto": bozza.atto, "sostituisce": bozza.sostituisce_id},
    )  # fmt: skip
    return bozza


@transaction.atomic
def riporta_in_bozza(*, autore: Contesto, adesso: datetime, regolamento_id: int) -> Regolamento:
    """Take back an adoption whose day has not come; the version before it goes on.

    Raises RegolamentoRifiutato where it has begun, another version follows it, or a draft is
    there already.
    """
    stessi = _stessi(Regolamento.objects.get(istituto=autore.istituto, pk=regolamento_id))
    adottato = stessi.pop(regolamento_id)
    if rifiuto := _non_torna_in_bozza(adottato, stessi.values(), timezone.localdate(adesso)):
        raise RegolamentoRifiutato([rifiuto])
    sostituita = stessi.get(adottato.sostituisce_id or 0)
    if sostituita and sostituita.al == giorno_prima(adottato.dal):
        _riapri(autore, adesso, sostituita, sostituita.al)
    adottato.bozza = True
    adottato.save(update_fields=["bozza"])
    annota(
        autore=autore, adesso=adesso, azione="ritira adozione del regolamento", oggetto=adottato,
        dati={
            "dal": adottato.dal.isoformat(), "atto": adottato.atto,
            "sostituisce": adottato.sostituisce_id,
        },
    )  # fmt: skip
    return adottato


@transaction.atomic
def scarta_bozza(*, autore: Contesto, adesso: datetime, bozza_id: int) -> None:
    """Throw a draft away; the register keeps that it was there."""
    bozza = in_bozza(autore, bozza_id)
    annota(
        autore=autore, adesso=adesso, azione="scarta bozza di regolamento", oggetto=bozza,
        dati={"titolo": bozza.titolo, "regole": bozza.parametri.count()},
    )  # fmt: skip
    bozza.delete()


def _stessi(regolamento: Regolamento) -> dict[int, Regolamento]:
    """All versions of a regulation, locked."""
    righe = Regolamento.objects.select_for_update().filter(
        istituto_id=regolamento.istituto_id, titolo=regolamento.titolo
    )
    return {riga.pk: riga for riga in righe.order_by("pk")}


def _vigenti_prima(autore: Contesto, dal: date, oggi: date) -> list[Disposizione]:
    """What held from ``dal`` to yesterday."""
    if dal >= oggi:
        return []
    return disposizioni_in_vigore(autore.istituto.pk, dal, fino_a=giorno_prima(oggi))


def _non_torna_in_bozza(
    adottato: Regolamento, altri: Iterable[Regolamento], oggi: date
) -> Rifiuto | None:
    """Why an adoption stays; None when it may be taken back."""
    if not adottato.bozza and adottato.dal <= oggi:
        return Rifiuto(DAL, GIA_COMINCIATO)
    if any(versione.bozza for versione in (adottato, *altri)):
        return Rifiuto(TITOLO, GIA_IN_BOZZA)
    return Rifiuto(DAL, GIA_SOSTITUITO) if adottato.al else None


def _nuova_bozza(
    autore: Contesto, adesso: datetime, titolo: str, sostituita: Regolamento | None
) -> Regolamento:
    """An empty draft; its day is only a proposal, on which nothing begins yet."""
    propri = Regolamento.objects.filter(istituto=autore.istituto, titolo=titolo)
    if propri.filter(bozza=True).exists():
        raise RegolamentoRifiutato([Rifiuto(TITOLO, GIA_IN_BOZZA)])
    ultima = propri.order_by("-dal").first()
    dal = timezone.localdate(adesso)
    if ultima:
        dal = max(dal, ultima.dal + timedelta(days=1))
    try:
        with transaction.atomic():
            return Regolamento.objects.create(
                istituto=autore.istituto, titolo=titolo, dal=dal, bozza=True,
                sostituisce=sostituita,
            )  # fmt: skip
    except IntegrityError:
        raise RegolamentoRifiutato([Rifiuto(TITOLO, GIA_IN_BOZZA)]) from None


def _chiudi(autore: Contesto, adesso: datetime, vecchia: Regolamento, al: date) -> None:
    """End the version that is replaced, unless it had ended before."""
    if vecchia.al is not None and vecchia.al <= al:
        return
    vecchia.al = al
    vecchia.save(update_fields=["al"])
    annota(
        autore=autore, adesso=adesso, azione="cessa regolamento", oggetto=vecchia,
        dati={"al": al.isoformat()},
    )  # fmt: skip


def _riapri(autore: Contesto, adesso: datetime, vecchia: Regolamento, finiva: date) -> None:
    """Give back its days to the version whose end was the adoption that is taken back."""
    vecchia.al = None
    vecchia.save(update_fields=["al"])
    annota(
        autore=autore, adesso=adesso, azione="riapri regolamento", oggetto=vecchia,
        dati={"finiva": finiva.isoformat()},
    )  # fmt: skip
