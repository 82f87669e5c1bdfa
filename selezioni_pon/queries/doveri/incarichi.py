"""The posts to give, the answers waited for, the assignments to write, sign, publish, check.

Nobody is named: what is to do also goes in calendars and mails.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, F, Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import giorno
from selezioni_pon.enums import StatoAvviso, StatoGraduatoria, StatoProposta
from selezioni_pon.models import Avviso, Proposta
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.queries.incarichi.finale import Quadro, quadro_di
from selezioni_pon.rules.impossibilita import INTERPELLO
from selezioni_pon.rules.incarichi import ART_6

UN_GIORNO: Final = timedelta(days=1)
ESITO: Final = "selezioni.esito."
S = StatoProposta


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of the calls whose posts are given. Two queries, and three for each such call."""
    oggi = timezone.localdate(adesso)
    for avviso in _da_assegnare(istituto_id):
        quadro = quadro_di(avviso)
        if quadro is not None:
            yield from _del_quadro(avviso, quadro, oggi)
    for proposta in _in_attesa(istituto_id):
        yield _da_rispondere(proposta) if oggi <= proposta.rispondere_entro else _scaduta(proposta)


def _da_assegnare(istituto_id: int) -> list[Avviso]:
    """Calls with a final ranking and posts that nobody has taken."""
    tenute = Count(
        "candidature__proposte",
        filter=Q(candidature__proposte__stato__in=[S.ACCETTATA.value, S.IN_ATTESA.value]),
        distinct=True,
    )
    return list(
        Avviso.objects.filter(
            istituto_id=istituto_id,
            stato__in=[StatoAvviso.PUBBLICATO.value, StatoAvviso.CONCLUSO.value],
            impossibilita__isnull=True,
            graduatorie__stato=StatoGraduatoria.DEFINITIVA.value,
        )
        .select_related("selezione")
        .annotate(tenute=tenute)
        .filter(tenute__lt=F("posti"))
        .order_by("pk")
    )


def _in_attesa(istituto_id: int) -> list[Proposta]:
    return list(
        Proposta.objects.filter(istituto_id=istituto_id, stato=S.IN_ATTESA.value)
        .select_related("candidatura__avviso__selezione")
        .order_by("pk")
    )


def _del_quadro(avviso: Avviso, quadro: Quadro, oggi: date) -> Iterator[Dovere]:
    approvata = quadro.graduatoria.approvata_il
    dal = _dall_ultima(quadro, timezone.localdate(approvata) if approvata else oggi)
    ruolo, scorrimento = avviso.selezione.ruolo, quadro.scorrimento
    if scorrimento.da_proporre:
        testo = "La graduatoria è definitiva: i posti liberi si propongono a chi segue."
        yield Dovere(
            chiave=f"selezioni.proponi.{avviso.pk}.{len(scorrimento.passati)}",
            titolo=f"Incarico di «{ruolo}» da proporre",
            dettaglio=testo,
            verbo="Proponi",
            pagina="selezioni:incarichi_proponi",
            oggetto=avviso.pk,
            visibile_dal=dal,
            entro_il=dal + SETTIMANA,
            ruolo=Ruolo.DIRIGENTE,
            perche=(Motivo("proposta", ART_6, testo),),
        )
    elif not scorrimento.in_attesa and scorrimento.scoperti:
        testo = (
            "La graduatoria è finita e restano posti: si accerta l’impossibilità, e ci si può "
            "rivolgere ad altri."
        )
        yield Dovere(
            chiave=f"{ESITO}{avviso.pk}",
            titolo=f"Avviso per «{ruolo}»: restano posti da coprire",
            dettaglio=testo,
            verbo="Apri",
            pagina="selezioni:avviso",
            oggetto=avviso.pk,
            visibile_dal=dal,
            entro_il=dal + SETTIMANA,
            ruolo=Ruolo.DIRIGENTE,
            perche=(Motivo("esito", INTERPELLO, testo),),
        )


def _dall_ultima(quadro: Quadro, approvata: date) -> date:
    """Since when it is somebody’s turn: the ranking is final, or a post came free again."""
    libere = [
        timezone.localdate(una.risposta_il) if una.risposta_il else una.rispondere_entro
        for uno in quadro.fila
        if (una := uno.proposta) and una.stato != S.IN_ATTESA
    ]
    return max([approvata, *libere])


def _da_rispondere(proposta: Proposta) -> Dovere:
    testo = f"Si risponde entro {giorno(proposta.rispondere_entro)}: poi si passa ad altri."
    return Dovere(
        chiave=f"selezioni.rispondi.{proposta.pk}",
        titolo=f"Ti è proposto un incarico di «{_ruolo(proposta)}»",
        dettaglio=testo,
        verbo="Rispondi",
        pagina="selezioni:proposta",
        oggetto=proposta.pk,
        visibile_dal=timezone.localdate(proposta.proposta_il),
        entro_il=proposta.rispondere_entro,
        persona=proposta.candidatura.persona_id,
        perche=(Motivo("risposta", ART_6, testo),),
    )


def _scaduta(proposta: Proposta) -> Dovere:
    dal = proposta.rispondere_entro + UN_GIORNO
    testo = "Nessuno ha risposto in tempo: si dichiara scaduta, e si passa a chi segue."
    return Dovere(
        chiave=f"selezioni.scaduta.{proposta.pk}",
        titolo=f"Proposta di incarico di «{_ruolo(proposta)}» senza risposta",
        dettaglio=testo,
        verbo="Apri",
        pagina="selezioni:proposta_scaduta",
        oggetto=proposta.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("scaduta", ART_6, testo),),
    )


def _ruolo(proposta: Proposta) -> str:
    ruolo: str = proposta.candidatura.avviso.selezione.ruolo
    return ruolo
