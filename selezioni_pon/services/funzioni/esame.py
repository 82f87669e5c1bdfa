"""The Commission examines the titles, application by application, and closes its work."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import DomandaFunzione, ProceduraFunzioni
from selezioni_pon.queries.funzioni.quadro import Quadro, quadro
from selezioni_pon.rules.funzioni_strumentali.esame import (
    CONFLITTO,
    MOTIVAZIONE,
    DecisioneTitolo,
    contro_l_esame,
    contro_la_chiusura,
    si_esamina,
)
from selezioni_pon.services.funzioni.blocco import blocca_domanda, blocca_procedura


@transaction.atomic
def esamina_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    domanda_id: int,
    versione: int,
    decisioni: Sequence[DecisioneTitolo],
    idoneo: bool,
    motivo: str = "",
) -> DomandaFunzione:
    """Decide the titles of an application and whether the teacher is fit: who sits may.

    What was declared is never altered. Raises Conflitto when another member has decided
    meanwhile; AttoRifiutato for an application that is not admitted, a title without decision, a
    refusal without its reason, once the work is closed.
    """
    domanda = blocca_domanda(autore, domanda_id)
    letto = _al_lavoro(autore, adesso, domanda.area.procedura)
    if domanda.pk not in letto.ammissioni or not si_esamina(letto.ammissioni[domanda.pk]):
        testo = "Questa domanda non è ammessa: i suoi titoli non si esaminano."
        raise rifiuta("non_ammessa", testo, MOTIVAZIONE)
    esigi_letta(domanda, versione)
    scritte = {una.numero: una for una in decisioni}
    titoli = list(domanda.titoli.order_by("numero"))
    tutte = [scritte.get(uno.numero, DecisioneTitolo(uno.numero, None)) for uno in titoli]
    esigi(contro_l_esame(tutte, idoneo=idoneo, motivo=motivo))
    for titolo, decisa in zip(titoli, tutte, strict=True):
        if decisa.esito is not None:
            titolo.esito = decisa.esito.value
            titolo.motivo = decisa.motivo.strip() if decisa.esito.value == "rifiutato" else ""
            titolo.save(update_fields=["esito", "motivo"])
    domanda.idoneo, domanda.motivo = idoneo, motivo.strip()
    domanda.esaminata_il, domanda.esaminata_da = adesso, autore.persona
    domanda.save(update_fields=["idoneo", "motivo", "esaminata_il", "esaminata_da", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="esamina domanda per una funzione", oggetto=domanda,
        dati={
            "area": domanda.area.sigla, "idoneo": idoneo,
            "accettati": sum(1 for uno in titoli if uno.esito == "accettato"),
        },
    )  # fmt: skip
    return domanda


@transaction.atomic
def chiudi_esame(
    *, autore: Contesto, adesso: datetime, procedura_id: int, verbale: str
) -> ProceduraFunzioni:
    """Close the examination, with the minutes that say it: who sits may. Done once.

    Raises AttoRifiutato while an application has no outcome.
    """
    procedura = blocca_procedura(autore, procedura_id)
    if procedura.lavori_chiusi_il is not None:
        return procedura
    letto = _al_lavoro(autore, adesso, procedura)
    esigi(contro_la_chiusura(len(letto.da_esaminare), verbale))
    procedura.lavori_chiusi_il, procedura.verbale = adesso, verbale.strip()
    procedura.versione += 1
    procedura.save(update_fields=["lavori_chiusi_il", "verbale", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="chiude esame delle funzioni", oggetto=procedura,
        dati={"verbale": procedura.verbale},
    )  # fmt: skip
    return procedura


def _al_lavoro(autore: Contesto, adesso: datetime, procedura: ProceduraFunzioni) -> Quadro:
    """The procedure read whole, for who examines now. Raises AttoRifiutato."""
    if procedura.scade is None or adesso.replace(microsecond=0) <= procedura.scade:
        raise rifiuta("termine_aperto", "I titoli si esaminano dopo il termine delle domande.")
    if procedura.lavori_chiusi_il is not None:
        raise rifiuta("lavori_chiusi", "La Commissione ha chiuso i suoi lavori.")
    letto = quadro(procedura, autore.oggi)
    suo = next((u for u in letto.commissari if u.persona_id == autore.persona.pk), None)
    if suo is None or not letto.siede(autore.persona.pk):
        testo = "Adesso non siedi in questa Commissione."
        raise rifiuta("non_siede", testo, letto.regole.fonti.supplenza)
    if suo.dichiarato_il is None:
        testo = "Prima dichiara, sull’elenco dei nomi, se hai conflitti di interessi."
        raise rifiuta("senza_dichiarazione", testo, CONFLITTO)
    esigi(letto.seduta.violazioni)
    return letto
