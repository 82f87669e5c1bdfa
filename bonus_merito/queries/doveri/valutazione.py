"""The persons to assess, then the decree by its day."""

from collections.abc import Iterator
from datetime import date

from django.utils import timezone

from bonus_merito.enums import StatoProcedura
from bonus_merito.queries.doveri.quadro import Aperta
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.queries.termini import decreto_entro
from bonus_merito.rules.decreto import ASSEGNA
from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import data_estesa, plurale


def doveri(una: Aperta, oggi: date) -> Iterator[Dovere]:
    """Of who directs, one row. Four queries while it is being assessed, else none.

    Whom an absence or a sanction excludes is not to be assessed: only the judgement knows it.
    """
    if una.procedura.stato != StatoProcedura.IN_VALUTAZIONE:
        return
    entro, fonte = decreto_entro(una.procedura)
    dal = timezone.localdate(una.procedura.chiusa_il) if una.procedura.chiusa_il else oggi
    restano = len(quadro_di(una.procedura).da_valutare)
    if restano:
        testo = f"Il decreto si firma entro il {data_estesa(entro)}, quando tutti sono valutati."
        yield Dovere(
            chiave=f"bonus.valuta.{una.pk}",
            titolo=f"{plurale(restano, 'persona', 'persone')} da valutare per il bonus {una.anno}",
            dettaglio=testo,
            verbo="Valuta",
            pagina="bonus:quadro",
            oggetto=una.pk,
            visibile_dal=dal,
            entro_il=entro,
            ruolo=Ruolo.DIRIGENTE,
            perche=(Motivo("assegnazione_entro", fonte, testo),),
        )
        return
    testo = f"Tutti sono valutati: il decreto si firma entro il {data_estesa(entro)}."
    yield Dovere(
        chiave=f"bonus.decreto.{una.pk}",
        titolo=f"Decreto del bonus {una.anno} da firmare",
        dettaglio=testo,
        verbo="Apri",
        pagina="bonus:decreto",
        oggetto=una.pk,
        visibile_dal=dal,
        entro_il=entro,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("assegnazione_entro", f"{fonte}; {ASSEGNA}", testo),),
    )
