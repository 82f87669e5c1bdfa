"""What is told of an assignment outside the school within fifteen days. Nobody is named.

Where effect and pay wait for it, it is a state of the assignment: see ``contratti``.
"""

from collections.abc import Iterator
from typing import Final

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from selezioni_pon.models import Contratto, VerificaIncarico
from selezioni_pon.queries.incarichi.atti import avviso_di
from selezioni_pon.rules.anagrafe import COMPENSI, entro_quando
from selezioni_pon.rules.autorizzazione import DIPENDENTI
from selezioni_pon.rules.efficacia import compensi_dovuti
from selezioni_pon.rules.svolgimento import Vicenda

PAGATO: Final = "pagato"
DA_COMUNICARE: Final = Q(
    firmato_il__isnull=False, comunicato_il__isnull=True
) & ~Q(provenienza="") | Q(
    provenienza__in=[una.value for una in DIPENDENTI], pagato__gt=F("compensi_comunicati")
)  # fmt: skip


def con_il_pagato(righe: QuerySet[Contratto]) -> QuerySet[Contratto]:
    """With what was paid of each, which ``DA_COMUNICARE`` asks. No query by itself."""
    pagati = (
        VerificaIncarico.objects.filter(contratto=OuterRef("pk"))
        .order_by()
        .values("contratto")
        .annotate(tutti=Sum("importo"))
        .values("tutti")
    )
    return righe.annotate(**{PAGATO: Subquery(pagati)})


def doveri(contratto: Contratto, vicenda: Vicenda) -> Iterator[Dovere]:
    """Of the office, for one assignment with what happened of it. No query."""
    obbligo, firmato = vicenda.obbligo, contratto.firmato_il
    ruolo = avviso_di(contratto).selezione.ruolo
    if firmato and vicenda.comunicato_il is None and obbligo and not obbligo.condizione:
        yield Dovere(
            chiave=f"selezioni.comunica_incarico.{contratto.pk}",
            titolo=f"Incarico di «{ruolo}» da comunicare alla Funzione pubblica",
            dettaglio=obbligo.perche.testo,
            verbo="Registra",
            pagina="selezioni:incarico_comunica",
            oggetto=contratto.pk,
            visibile_dal=firmato,
            entro_il=entro_quando(firmato),
            ruolo=Ruolo.SEGRETERIA_PERSONALE,
            perche=(obbligo.perche,),
        )
    dovuti = compensi_dovuti(vicenda)
    if dovuti is not None:
        testo = (
            "Chi paga un dipendente di un’altra amministrazione le comunica i compensi entro "
            "quindici giorni; poi se ne scrive qui il giorno."
        )
        yield Dovere(
            chiave=f"selezioni.comunica_compensi.{contratto.pk}.{dovuti.dal.isoformat()}",
            titolo=f"Compenso dell’incarico di «{ruolo}» da comunicare",
            dettaglio=testo,
            verbo="Registra",
            pagina="selezioni:incarico_compensi",
            oggetto=contratto.pk,
            visibile_dal=dovuti.dal,
            entro_il=dovuti.entro,
            ruolo=Ruolo.SEGRETERIA_PERSONALE,
            perche=(Motivo("compensi", COMPENSI, testo),),
        )
