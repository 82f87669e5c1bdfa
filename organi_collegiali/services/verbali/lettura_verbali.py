"""The draft goes to the members, who remark on it; each remark has an answer."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import EsitoRilievo, StatoVerbale
from organi_collegiali.models import Punto, Rilievo, Verbale
from organi_collegiali.queries.verbali import verbali as queries
from organi_collegiali.rules.verbali import stati_verbale as rules
from organi_collegiali.services.verbali.anomalie import segna_anomalie
from organi_collegiali.services.verbali.blocco_verbale import blocca_verbale
from organi_collegiali.services.verbali.uscita_verbali import manda_in_lettura


@transaction.atomic
def metti_in_lettura(*, autore: Contesto, adesso: datetime, verbale_id: int) -> Verbale:
    """The members read the draft and may remark until the next sitting (`004` art. 12).

    Of who runs the sitting. Each of the convened is told. Raises AttoRifiutato with what is still
    to write.
    """
    verbale = blocca_verbale(autore, verbale_id)
    esigi(
        rules.verifica_lettura(
            queries.stato_di(verbale),
            senza_esito=queries.senza_esito(verbale),
            vuoti=queries.vuoti(verbale),
        )
    )
    prossima = queries.seduta_successiva(verbale.seduta)
    verbale.stato, verbale.in_lettura_dal = StatoVerbale.IN_LETTURA, adesso
    verbale.rilievi_entro = prossima.inizio_previsto if prossima else None
    verbale.save(update_fields=["stato", "in_lettura_dal", "rilievi_entro"])
    quante = segna_anomalie(verbale)
    manda_in_lettura(verbale, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="mette in lettura il verbale",
        oggetto=verbale,
        dati={"anomalie": quante},
    )
    return verbale


@transaction.atomic
def presenta_rilievo(
    *, autore: Contesto, adesso: datetime, verbale_id: int, testo: str, punto_id: int | None = None
) -> Rilievo:
    """A member remarks in writing on the draft, on one item or on the whole.

    Of who was convened to the sitting. Raises AttoRifiutato when they are not in reading or the
    term is over.
    """
    verbale = blocca_verbale(autore, verbale_id)
    esigi(rules.verifica_rilievo(queries.stato_di(verbale), adesso, testo))
    punti = Punto.objects.filter(istituto=autore.istituto, seduta_id=verbale.seduta_id)
    punto = punti.get(pk=punto_id) if punto_id else None
    rilievo = Rilievo.objects.create(
        istituto=autore.istituto,
        verbale=verbale,
        punto=punto,
        persona=autore.persona,
        testo=testo.strip(),
        presentato_il=adesso,
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="presenta un rilievo",
        oggetto=verbale,
        dati={"rilievo": rilievo.pk},
    )
    return rilievo


@transaction.atomic
def decidi_rilievo(
    *, autore: Contesto, adesso: datetime, rilievo_id: int, esito: EsitoRilievo, risposta: str
) -> Rilievo:
    """A remark is accepted, and the words may be corrected; or refused, saying why.

    Of who runs the sitting. Raises AttoRifiutato when it has its answer already.
    """
    verbale_id = Rilievo.objects.values_list("verbale_id", flat=True).get(
        pk=rilievo_id, istituto=autore.istituto
    )
    verbale = blocca_verbale(autore, verbale_id)
    rilievo = Rilievo.objects.select_for_update().get(pk=rilievo_id, istituto=autore.istituto)
    esigi(
        rules.verifica_decisione(
            queries.stato_di(verbale), decisa=bool(rilievo.esito), esito=esito, risposta=risposta
        )
    )
    rilievo.esito, rilievo.risposta, rilievo.deciso_il = esito, risposta.strip(), adesso
    rilievo.save(update_fields=["esito", "risposta", "deciso_il"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="decide un rilievo",
        oggetto=verbale,
        dati={"rilievo": rilievo.pk, "esito": esito},
    )
    return rilievo
