"""A decreed outcome is judged again: what was decreed is annulled, its papers go on."""

from datetime import datetime
from typing import Final

from django.db import transaction

from bonus_merito.enums import EsitoIstanza, StatoProcedura, TipoIstanza
from bonus_merito.models import Istanza, Procedura
from bonus_merito.rules.istanze import verifica_rettifica
from bonus_merito.services.atti.blocco import blocca_procedura
from bonus_merito.services.atti.chiusura import toglie_valore
from bonus_merito.services.atti.copie import copia_carte
from bonus_merito.services.conflitto import esigi_estraneo
from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto

SI_RIVEDE: Final = (
    "L’esito che hai letto non vale più: si rivede, e quando c’è il nuovo decreto ricevi un altro "
    "avviso. Nel portale trovi il motivo."
)
# What the new procedure takes of the old one: money, criteria, call, rules of the opening day.
RESTANO: Final = (
    "istituto_id", "fondo_id", "criteri_id", "categoria", "aperta_il", "scade", "chiusa_il",
    "in_servizio", "regole", "motivo_d_ufficio",
)  # fmt: skip


@transaction.atomic
def rettifica_procedura(
    *,
    autore: Contesto,
    adesso: datetime,
    procedura_id: int,
    motivo: str,
    reclamo_id: int | None = None,
) -> Procedura:
    """Annul what was decreed and judge it again; the new procedure, being assessed.

    Requests, activities, evidence, preconditions and judgements are copied: nobody asks again.
    ``reclamo_id`` is the upheld complaint for which it is done. Raises AttoRifiutato,
    PubblicazioneRifiutata.
    """
    vecchia = blocca_procedura(autore, procedura_id)
    esigi_estraneo(autore, vecchia)
    reclamo = _reclamo(vecchia, reclamo_id)
    motivo = motivo.strip()
    esigi(
        verifica_rettifica(
            StatoProcedura(vecchia.stato),
            motivo,
            EsitoIstanza(reclamo.esito) if reclamo and reclamo.esito else None,
            con_reclamo=reclamo_id is not None,
        )
    )
    toglie_valore(autore, adesso, vecchia, motivo, SI_RIVEDE)
    nuova = Procedura.objects.create(
        stato=StatoProcedura.IN_VALUTAZIONE.value,
        rettifica_di=vecchia,
        **{campo: getattr(vecchia, campo) for campo in RESTANO},
    )
    persone = copia_carte(vecchia, nuova)
    if reclamo is not None:
        reclamo.rettifica = nuova
        reclamo.save(update_fields=["rettifica"])
    annota(
        autore=autore, adesso=adesso, azione="rettifica procedura del bonus", oggetto=nuova,
        dati={
            "procedura": vecchia.pk, "persone": persone,
            "istanza": reclamo.pk if reclamo is not None else None,
        },
    )  # fmt: skip
    return nuova


def _reclamo(procedura: Procedura, reclamo_id: int | None) -> Istanza | None:
    """A complaint on this very procedure, if it is one."""
    if reclamo_id is None:
        return None
    return Istanza.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, pk=reclamo_id,
        tipo=TipoIstanza.RECLAMO.value,
    ).first()  # fmt: skip
