"""The register of experts: the requests to be decided, the entries about to end."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import StatoIscrizione
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.rules.albo_passi import ENTRO, GIORNI, RINNOVO

DECIDI: Final = "selezioni.albo_decidi."
RINNOVA: Final = "selezioni.albo_rinnova."
PAGINA: Final = "selezioni:albo_iscrizione"


def doveri(istituto_id: int, adesso: datetime) -> Iterator[Dovere]:
    """Of who directs, a row for each request; of who is in it, to ask that it last. One query."""
    oggi = timezone.localdate(adesso)
    chiesta, iscritta = StatoIscrizione.CHIESTA.value, StatoIscrizione.ISCRITTA.value
    seguite = IscrizioneEsperto.objects.filter(
        Q(stato=chiesta) | Q(stato=iscritta, scade__gt=OuterRef("scade")),
        istituto_id=istituto_id, persona=OuterRef("persona"),
    )  # fmt: skip
    righe = IscrizioneEsperto.objects.filter(
        Q(stato=chiesta)
        | Q(stato=iscritta, scade__gte=oggi, scade__lte=oggi + RINNOVO) & ~Exists(seguite),
        istituto_id=istituto_id,
    ).order_by("pk")
    for riga in righe:
        yield _decidi(riga) if riga.stato == chiesta else _rinnova(riga)


def _decidi(riga: IscrizioneEsperto) -> Dovere:
    dal = timezone.localdate(riga.chiesta_il)
    testo = f"La richiesta è del {data_estesa(dal)}: si verificano i requisiti e si decide."
    return Dovere(
        chiave=f"{DECIDI}{riga.pk}",
        titolo="Albo degli esperti: decidi una richiesta",
        dettaglio=testo,
        verbo="Apri",
        pagina=PAGINA,
        oggetto=riga.pk,
        visibile_dal=dal,
        entro_il=dal + GIORNI,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("albo_decidi", ENTRO, testo),),
    )


def _rinnova(riga: IscrizioneEsperto) -> Dovere:
    # Only an entry that is in the register comes here: its last day is written.
    scade = riga.scade or timezone.localdate(riga.chiesta_il)
    testo = f"L’iscrizione finisce il {data_estesa(scade)}: per restare si chiede il rinnovo."
    return Dovere(
        chiave=f"{RINNOVA}{riga.pk}",
        titolo="Albo degli esperti: l’iscrizione finisce",
        dettaglio=testo,
        verbo="Apri",
        pagina=PAGINA,
        oggetto=riga.pk,
        visibile_dal=scade - RINNOVO,
        entro_il=scade,
        persona=riga.persona_id,
        perche=(Motivo("albo_rinnova", riga.anni_fonte, testo),),
    )
