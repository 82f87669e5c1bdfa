"""What a party asks to be changed, and the answer."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.services import annota
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.enums import StatoPatto
from patto_formativo.models import RichiestaModifica, Versione
from patto_formativo.queries.patti.firme import responsabili_di
from patto_formativo.rules.fonti import CREDITI
from patto_formativo.services.patti.blocco import blocca_versione

FASE_5 = f"{CREDITI}, fasi 4 e 5"
FINITI = (StatoPatto.RINEGOZIATO, StatoPatto.CONCLUSO, StatoPatto.RITIRATO)
RICHIESTA = "patto_formativo.richiesta"


@transaction.atomic
def chiedi_modifica(
    *, autore: Contesto, adesso: datetime, versione_id: int, testo: str
) -> RichiestaModifica:
    """Ask that something of the agreement be changed: any party may, and the teachers of its group.

    The tutor is told.

    The same words of the same person, not answered yet, are one request. Raises AttoRifiutato
    for an agreement that is over.
    """
    versione = blocca_versione(autore, versione_id)
    if versione.stato in FINITI:
        detto = f"Questa versione è {versione.get_stato_display()}: chiedi sul patto che vale ora."
        raise rifiuta("finito", detto, FASE_5, "testo")
    richiesta, nuova = RichiestaModifica.objects.get_or_create(
        istituto=autore.istituto, versione=versione, chiede=autore.persona, testo=testo,
        risposta_il__isnull=True, defaults={"chiesta_il": adesso},
    )  # fmt: skip
    if nuova:
        annota(
            autore=autore, adesso=adesso, azione="chiede modifica del patto", oggetto=versione,
            dati={"richiesta": richiesta.pk},
        )  # fmt: skip
        _avvisa(autore, adesso, versione, richiesta, versione.patto.corsista.tutor)
    return richiesta


@transaction.atomic
def rispondi_richiesta(
    *, autore: Contesto, adesso: datetime, richiesta_id: int, risposta: str
) -> RichiestaModifica:
    """Answer a request: the tutor may, and who presides over the section. Once.

    Raises AttoRifiutato when it was answered already.
    """
    versione_id = RichiestaModifica.objects.values_list("versione_id", flat=True).get(
        istituto=autore.istituto, pk=richiesta_id
    )
    versione = blocca_versione(autore, versione_id)
    richiesta = RichiestaModifica.objects.select_related("chiede").get(pk=richiesta_id)
    if richiesta.risposta_il:
        if richiesta.risposta == risposta:
            return richiesta
        raise rifiuta("gia_risposto", "Ha già una risposta.", FASE_5, "risposta")
    richiesta.risposta, richiesta.risposta_il = risposta, adesso
    richiesta.risponde = autore.persona
    richiesta.save(update_fields=["risposta", "risposta_il", "risponde"])
    annota(
        autore=autore, adesso=adesso, azione="risponde sul patto", oggetto=versione,
        dati={"richiesta": richiesta.pk},
    )  # fmt: skip
    _avvisa(autore, adesso, versione, richiesta, richiesta.chiede)
    return richiesta


def _avvisa(
    autore: Contesto,
    adesso: datetime,
    versione: Versione,
    richiesta: RichiestaModifica,
    chi: Persona | None,
) -> None:
    """Tell the other side, without the words and without a name: mails are read by others too."""
    if chi is None or chi == autore.persona:
        return
    risposta = richiesta.risposta_il is not None
    slug, corsista = autore.istituto.slug, versione.patto.corsista
    if chi.pk == corsista.tutor_id:
        dove = reverse("patto:patto", args=[slug, corsista.pk])
    elif chi == corsista.persona or chi in responsabili_di(corsista, autore.oggi):
        dove = reverse("patto:mio", args=[slug])
    else:
        # Of the school: not all who may ask read the agreement, all read what they asked.
        dove = reverse("patto:patto_richiesta", args=[slug, versione.pk])
    che_cosa = "C’è la risposta" if risposta else "C’è una richiesta"
    metti_in_uscita(
        istituto_id=autore.istituto.pk,
        adesso=adesso,
        avvisi=[
            Avviso(
                chiave=f"{RICHIESTA}.{richiesta.pk}.{'risposta' if risposta else 'nuova'}",
                tipo=RICHIESTA,
                riferimento=f"richiesta/{richiesta.pk}",
                destinatario=chi,
                oggetto=f"{che_cosa} su un patto formativo",
                testo=f"{che_cosa} su un patto formativo. Si legge nel portale.",
                indirizzo=dove,
            )
        ],
    )
