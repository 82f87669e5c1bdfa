"""After a notice has left: the integration of the agenda, the postponement, the revocation.

Each is a notice of its own, signed and sent like the first: until it leaves nothing changes.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import GenereAtto, StatoSeduta
from organi_collegiali.models import Avviso, PuntoAggiunto, Seduta
from organi_collegiali.queries.invio.avvisi import giudizio_avviso, in_partenza, punti
from organi_collegiali.queries.invio.ripresa import contro_un_punto_nuovo
from organi_collegiali.rules.invio.variazioni import Variazione, verifica_variazione
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.invio.carte_aggiunte import butta_aggiunti
from organi_collegiali.services.invio.firma import blocca_avviso


@transaction.atomic
def prepara_variazione(
    *, autore: Contesto, adesso: datetime, seduta_id: int, variazione: Variazione
) -> Avviso:
    """Lay before who signs a notice that changes a sitting already convened.

    Of who prepares the sittings and of who presides. Raises AttoRifiutato, also while another
    notice of the sitting waits to leave, and to add items to one that goes on with an adjourned
    one (`004` art. 11).
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA)
    if in_partenza(seduta):
        raise rifiuta("altro_avviso", "C’è già un avviso che aspetta di partire: prima quello.")
    if seduta.inizio_previsto is None:
        raise rifiuta("senza_giorno", "La seduta non ha un giorno.")
    if variazione.genere is GenereAtto.INTEGRAZIONE:
        esigi(contro_un_punto_nuovo(seduta, timezone.localdate(adesso)))
    esigi(verifica_variazione(variazione, inizio=seduta.inizio_previsto, adesso=adesso))
    avviso = Avviso(
        istituto=autore.istituto,
        seduta=seduta,
        genere=variazione.genere.value,
        motivo=variazione.motivo.strip(),
        nuovo_inizio=variazione.nuovo_inizio,
        nuovo_luogo=variazione.nuovo_luogo.strip(),
    )
    giudizio = giudizio_avviso(avviso, adesso)
    avviso.ultimo_giorno, avviso.nei_termini = giudizio.ultimo_giorno, giudizio.nei_termini
    avviso.perche = giudizio.perche
    avviso.save()
    _aggiungi(avviso, variazione)
    tocca(seduta, adesso)
    annota(
        autore=autore, adesso=adesso, azione=f"prepara avviso di {variazione.genere.value}",
        oggetto=seduta, dati={"avviso": avviso.pk},
    )  # fmt: skip
    return avviso


def _aggiungi(avviso: Avviso, variazione: Variazione) -> None:
    """The new items come after all the others, so that no number read already changes."""
    ultimo = max((punto.ordine for punto in punti(avviso.seduta)), default=0)
    PuntoAggiunto.objects.bulk_create(
        PuntoAggiunto(
            istituto_id=avviso.istituto_id,
            avviso=avviso,
            ordine=ultimo + posto,
            titolo=nuovo.titolo.strip(),
            natura=nuovo.natura.value,
            su_persone=nuovo.su_persone,
            titolo_pubblico=nuovo.titolo_pubblico.strip(),
        )
        for posto, nuovo in enumerate(variazione.punti, 1)
    )


@transaction.atomic
def ritira_avviso(*, autore: Contesto, adesso: datetime, avviso_id: int) -> Seduta:
    """Throw away a notice that has not left: the sitting stays as it was convened.

    Of who prepares the sittings and of who presides. The first notice goes back to its draft
    instead. Raises AttoRifiutato.
    """
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.inviato_il:
        raise rifiuta("inviato", "L’avviso è già partito: si corregge con un altro avviso.")
    if avviso.genere in (GenereAtto.CONVOCAZIONE, GenereAtto.SECONDA):
        raise rifiuta("convocazione", "La convocazione si riprende dalla sua bozza.")
    seduta = avviso.seduta
    annota(
        autore=autore, adesso=adesso, azione="ritira avviso non inviato", oggetto=seduta,
        dati={"avviso": avviso.pk, "genere": avviso.genere},
    )  # fmt: skip
    butta_aggiunti(avviso)
    PuntoAggiunto.objects.filter(istituto=autore.istituto, avviso=avviso).delete()
    avviso.delete()
    return tocca(seduta, adesso)
