"""The rankings: to be formed, approved, made final; the complaints to be answered. No name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Commissario, Commissione, Graduatoria, Reclamo
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.queries.graduatorie.reclami import da_recepire, senza_risposta
from selezioni_pon.queries.graduatorie.termini import esame_definitiva, termine_reclamo
from selezioni_pon.queries.graduatorie.versioni import bozza_tra, vigente_tra
from selezioni_pon.rules.fonti import RECLAMO, regolamento
from selezioni_pon.rules.proposta import APPROVA

FORMA: Final = "selezioni.forma."
APPROVARE: Final = "selezioni.approva."
RISPONDI: Final = "selezioni.reclamo."
DEFINITIVA: Final = "selezioni.definitiva."
PROPONE: Final = regolamento("art. 4 c. 8")
UN_GIORNO: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Una:
    """A call with what stands of its ranking."""

    avviso: Avviso
    commissione: Commissione
    presidente: int | None
    versioni: Sequence[Graduatoria]
    reclami: Sequence[Reclamo]


def doveri(avvisi: Sequence[Avviso], adesso: datetime) -> Iterator[Dovere]:
    """Of who presides and of who directs. Four queries, and six for each provisional version."""
    for una in _trovate(avvisi):
        yield from _di(una, adesso)


def _trovate(avvisi: Sequence[Avviso]) -> Iterator[_Una]:
    chiavi = [avviso.pk for avviso in avvisi]
    commissioni = {una.avviso_id: una for una in Commissione.objects.filter(avviso__in=chiavi)}
    if not commissioni:
        return
    presidenti = dict(
        Commissario.objects.filter(
            commissione__avviso__in=chiavi, presidente=True, cessato_il__isnull=True
        ).values_list("commissione__avviso_id", "persona_id")
    )
    versioni: defaultdict[int, list[Graduatoria]] = defaultdict(list)
    trovate = Graduatoria.objects.filter(avviso__in=chiavi).select_related("pubblicazione")
    for una in trovate.order_by("-numero"):
        versioni[una.avviso_id].append(una)
    reclami: defaultdict[int, list[Reclamo]] = defaultdict(list)
    for uno in Reclamo.objects.filter(graduatoria__avviso__in=chiavi).select_related("graduatoria"):
        reclami[uno.graduatoria.avviso_id].append(uno)
    for avviso in avvisi:
        chi, presiede = avviso.pk, presidenti.get(avviso.pk)
        if chi in commissioni:
            yield _Una(avviso, commissioni[chi], presiede, versioni[chi], reclami[chi])


def _di(una: _Una, adesso: datetime) -> Iterator[Dovere]:
    bozza, vigente = bozza_tra(una.versioni), vigente_tra(una.versioni)
    yield from (_reclamo(una.avviso, uno) for uno in senza_risposta(una.reclami))
    if bozza is not None:
        yield _approva(una.avviso, bozza)
    elif una.commissione.chiusa_il and _si_forma(una, vigente):
        yield from _forma(una, una.commissione.chiusa_il)
    elif vigente is not None and vigente.stato == StatoGraduatoria.PROVVISORIA:
        yield from _definitiva(una, vigente, adesso)


def _si_forma(una: _Una, vigente: Graduatoria | None) -> bool:
    """Whether a version is waited for: not once posts were proposed from the final one."""
    if vigente is None:
        return True
    finale = vigente.stato == StatoGraduatoria.DEFINITIVA
    return bool(da_recepire(una.reclami)) and not (finale and vigente.proposte.exists())


def _forma(una: _Una, chiusa_il: datetime) -> Iterator[Dovere]:
    avviso, presidente = una.avviso, una.presidente
    if presidente is None:
        return
    dal = timezone.localdate(chiusa_il)
    testo = "La commissione ha chiuso i lavori: la proposta di graduatoria la forma chi presiede."
    yield Dovere(
        chiave=f"{FORMA}{avviso.pk}.{len(una.versioni) + 1}.{presidente}",
        titolo=f"Graduatoria per «{avviso.selezione.ruolo}» da formare",
        dettaglio=testo,
        verbo="Forma",
        pagina="selezioni:graduatoria",
        oggetto=avviso.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        persona=presidente,
        perche=(Motivo("proposta", PROPONE, testo),),
    )


def _approva(avviso: Avviso, bozza: Graduatoria) -> Dovere:
    dal = timezone.localdate(bozza.formata_il)
    testo = "La proposta è pronta: si rilegge, si approva e si pubblica all’albo."
    return Dovere(
        chiave=f"{APPROVARE}{bozza.pk}",
        titolo=f"Graduatoria per «{avviso.selezione.ruolo}» da approvare",
        dettaglio=testo,
        verbo="Rileggi",
        pagina="selezioni:graduatoria",
        oggetto=avviso.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("approvazione", APPROVA, testo),),
    )


def _reclamo(avviso: Avviso, reclamo: Reclamo) -> Dovere:
    testo = "Si risponde con le ragioni; nel silenzio l’atto diventa definitivo."
    return Dovere(
        chiave=f"{RISPONDI}{reclamo.pk}",
        titolo=f"Reclamo sulla graduatoria per «{avviso.selezione.ruolo}»",
        dettaglio=testo,
        verbo="Rispondi",
        pagina="selezioni:reclamo",
        oggetto=reclamo.pk,
        visibile_dal=timezone.localdate(reclamo.presentato_il),
        entro_il=reclamo.decidere_entro,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("reclamo", RECLAMO, testo),),
    )


def _definitiva(una: _Una, vigente: Graduatoria, adesso: datetime) -> Iterator[Dovere]:
    avviso, oggi = una.avviso, timezone.localdate(adesso)
    termine = termine_reclamo(avviso, vigente)
    esame = esame_definitiva(avviso, vigente, una.reclami, oggi)
    if termine is None or esame is None or esame.violazioni:
        return
    dal = termine.giorno + UN_GIORNO
    yield Dovere(
        chiave=f"{DEFINITIVA}{vigente.pk}",
        titolo=f"Graduatoria per «{avviso.selezione.ruolo}» da rendere definitiva",
        dettaglio=" ".join(motivo.testo for motivo in esame.motivi),
        verbo="Rileggi",
        pagina="selezioni:graduatoria",
        oggetto=avviso.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=esame.motivi,
    )
