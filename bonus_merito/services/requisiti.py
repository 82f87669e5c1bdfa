"""The office writes what it ascertained of who takes part."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Procedura, Requisiti, Richiesta
from bonus_merito.queries.proprie import CONCORRONO
from bonus_merito.queries.requisiti import requisiti_di
from bonus_merito.rules.requisiti import ESCLUSIONI, Accertati, contro_i_requisiti
from bonus_merito.services.procedure.blocco import blocca_procedura
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.norme.rules import AnnoScolastico
from cpia.scuola.access import Contesto

S = StatoProcedura
PROPRI = "Sono i tuoi requisiti: li controlla un’altra persona dell’ufficio, o il dirigente."
SI_CONTROLLA = (S.APERTA, S.IN_VALUTAZIONE)


@transaction.atomic
def salva_requisiti(
    *,
    autore: Contesto,
    adesso: datetime,
    richiesta_id: int,
    dati: Accertati,
    versione: int = 0,
) -> Requisiti:
    """Write the preconditions of who sent a request, until the decree. Of the office.

    ``versione`` is that of what was read, 0 when there was nothing. The register keeps who was
    looked at and never the days. Nobody writes the own. Raises AttoRifiutato, Conflitto with the
    row as it is now.
    """
    righe = Richiesta.objects.filter(istituto=autore.istituto).select_related("persona")
    procedura_id = righe.values_list("procedura_id", flat=True).get(pk=richiesta_id)
    procedura = blocca_procedura(autore, procedura_id, *SI_CONTROLLA)
    richiesta = righe.get(pk=richiesta_id)
    if richiesta.stato not in CONCORRONO:
        raise rifiuta("stato", "Chi non ha inviato la richiesta non si controlla.", ESCLUSIONI)
    if richiesta.persona_id == autore.persona.pk:
        raise rifiuta("propri", PROPRI, ESCLUSIONI)
    fine = AnnoScolastico(procedura.fondo.anno_scolastico.inizio).al
    esigi(contro_i_requisiti(dati, timezone.localdate(adesso), fine))
    attuali = _attuali(procedura, richiesta)
    if attuali is not None and versione != attuali.versione:
        raise Conflitto(attuali)
    requisiti = attuali or Requisiti(
        istituto=autore.istituto, procedura=procedura, persona=richiesta.persona, versione=0
    )
    for nome, valore in asdict(dati).items():
        setattr(requisiti, nome, valore)
    requisiti.controllati_il, requisiti.controllati_da = adesso, autore.persona
    requisiti.versione += 1
    requisiti.save()
    annota(
        autore=autore, adesso=adesso, azione="scrive requisiti del bonus", oggetto=requisiti,
        dati={"richiesta": richiesta.pk},
    )  # fmt: skip
    return requisiti


@transaction.atomic
def leggi_requisiti(
    *, autore: Contesto, adesso: datetime, richiesta: Richiesta
) -> Requisiti | None:
    """What was ascertained of somebody; the register keeps that it was read, by whom."""
    trovati = requisiti_di(richiesta)
    if trovati is not None and trovati.controllati_da_id != autore.persona.pk:
        annota(
            autore=autore, adesso=adesso, azione="legge requisiti del bonus", oggetto=trovati,
            dati={"richiesta": richiesta.pk},
        )  # fmt: skip
    return trovati


def _attuali(procedura: Procedura, richiesta: Richiesta) -> Requisiti | None:
    return Requisiti.objects.filter(
        istituto_id=procedura.istituto_id, procedura=procedura, persona=richiesta.persona
    ).first()
